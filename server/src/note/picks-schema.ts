// Schema of what is picked in a note: mental status, risk, interventions, progress, what a long or hard session rests on.
import { z } from 'zod'
import type { Note } from '@goldenthread/core/note/note.ts'
import { linesOf, textOf, typed } from '../http/schemas.ts'

const aFew = 60

const answer = <T extends z.ZodType>(given: T) =>
  z.union([given, z.strictObject({ notAssessed: linesOf(400) })])

const Category = z.enum([
  'appearance',
  'behavior',
  'speech',
  'mood',
  'affect',
  'thought-process',
  'thought-content',
  'perception',
  'cognition',
  'insight',
  'judgment',
])

const direction = z.enum(['better', 'same', 'worse'])
const denied = answer(z.enum(['denied', 'endorsed', 'historical']))
const level = z.enum(['straightforward', 'low', 'moderate', 'high'])
const texts = z.array(textOf(400)).max(aFew)

const Risk = z.strictObject({
  suicidalIdeation: denied.exactOptional(),
  homicidalIdeation: denied.exactOptional(),
  selfHarm: denied.exactOptional(),
  level: answer(z.enum(['low', 'moderate', 'high'])).exactOptional(),
  levelChange: direction.exactOptional(),
  cssrs: textOf(400).exactOptional(),
  safetyPlan: z.enum(['made', 'reviewed']).exactOptional(),
  crisisResources: z.boolean().exactOptional(),
})

export const Picks = typed<Note['picks']>(
  z
    .strictObject({
      mentalStatus: z.partialRecord(Category, answer(textOf(400))).exactOptional(),
      risk: Risk.exactOptional(),
      interventions: answer(
        z.array(z.strictObject({ name: textOf(400), goal: textOf(400).exactOptional() })).max(aFew),
      ).exactOptional(),
      response: answer(linesOf(2_000)).exactOptional(),
      symptoms: answer(texts).exactOptional(),
      impairment: answer(texts).exactOptional(),
      direction: answer(direction).exactOptional(),
      goals: answer(
        z
          .array(
            z.strictObject({
              goal: textOf(400),
              progress: z.enum(['better', 'same', 'worse', 'met', 'not-addressed']),
            }),
          )
          .max(aFew),
      ).exactOptional(),
      necessity: answer(z.enum(['continue', 'modify', 'end'])).exactOptional(),
      longSessionReason: linesOf(2_000).exactOptional(),
      newClient: z.boolean().exactOptional(),
      decisionMaking: z.strictObject({ problems: level, data: level, risk: level }).exactOptional(),
      levelBasis: z.enum(['decision-making', 'time']).exactOptional(),
      medicalServices: texts.exactOptional(),
      crisis: z
        .strictObject({
          state: answer(linesOf(2_000)),
          disposition: answer(linesOf(2_000)),
          resources: answer(texts),
        })
        .exactOptional(),
      clientAbsentBecause: linesOf(2_000).exactOptional(),
      interactiveComplexity: z
        .strictObject({
          factor: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
          how: linesOf(2_000),
        })
        .exactOptional(),
    })
    .meta({ id: 'Picks' }),
)
