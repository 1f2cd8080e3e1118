// The words of the demo's sessions with children and with couples.
import type { Theme, ThemeKey } from './theme.ts'

export const familyThemes: Readonly<Record<Extract<ThemeKey, 'child' | 'couple'>, Theme>> = {
  child: {
    diagnoses: [{ code: 'F93.0', words: 'Separation anxiety disorder of childhood' }],
    measure: { name: 'SCARED, parent', start: 34, least: 18 },
    minutes: 45,
    reports: [
      'Slept in the own bed on three nights at the mother’s house and on one at the father’s.',
      'Cried at the school gate once this week, and went in within five minutes.',
      'Changing houses on Friday went with a stomach ache that was gone by dinner.',
      'Stayed at a friend’s birthday without a parent for two hours.',
    ],
    works: [
      {
        name: 'Coping Cat: the plan in four steps, with drawings',
        says: 'The four steps were drawn for the next night at the father’s house.',
      },
      {
        name: 'practice of being apart in small steps',
        says: 'The parent waited outside for ten minutes, then twenty; fear fell from 6 to 2 of 10.',
      },
    ],
    responses: ['Drew the last step alone and explained it.', 'Asked to try twenty-five minutes next time.'],
    symptoms: ['fear of sleeping alone', 'stomach aches before parting', 'tears at the school gate'],
    impairment: ['two school mornings missed this month', 'cannot stay with friends'],
    goals: ['Own bed on six of seven nights in both houses', 'No school morning missed for three weeks'],
    mentalStatus: {
      appearance: 'well cared for',
      behavior: 'shy at first, then playful',
      speech: 'fits the age',
      mood: '"okay"',
      affect: 'bright, tearful at parting',
      'thought-process': 'fits the age',
    },
    necessity: 'Fear still keeps the child from school and friends; steps are being gained in both houses.',
    homework: ['The same bedtime plan in both houses.', 'A sticker for each step.'],
  },
  couple: {
    diagnoses: [{ code: 'F43.23', words: 'Adjustment disorder with mixed anxiety and depressed mood' }],
    measure: { name: 'PHQ-9', start: 14, least: 6 },
    minutes: 50,
    reports: [
      'Two quarrels about money, each broken off before dawn; the client slept on the couch after both.',
      'A week without a quarrel; the partner took the children on Saturday so that the client could rest.',
      'The client’s low days come after evenings without a word between them.',
    ],
    works: [
      {
        name: 'Emotionally Focused Therapy: slowing the circle of attack and retreat',
        says: 'The last quarrel was gone through step by step, and what each feared in it was said.',
      },
      {
        name: 'speaker and listener exercise',
        says: 'Each spoke for five minutes while the other said back what was heard.',
      },
    ],
    responses: [
      'The client said for the first time what the silence does; the partner said it back rightly.',
      'Both named the circle by the name they had given it.',
    ],
    symptoms: ['low mood after quarrels', 'worry about parting', 'poor sleep'],
    impairment: ['leaves work early after bad nights', 'has withdrawn from friends'],
    goals: ['PHQ-9 below 8', 'One evening a week for the two of them, kept for a month'],
    mentalStatus: {
      appearance: 'neat',
      speech: 'even',
      mood: '"hopeful, a bit"',
      affect: 'full, tearful once',
      'thought-process': 'linear',
    },
    necessity: 'The client’s low mood follows the quarrels; working on both together moves both.',
    homework: ['The exercise twice this week.', 'Friday evening kept free.'],
  },
}
