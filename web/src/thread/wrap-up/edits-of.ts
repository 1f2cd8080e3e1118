// The edits of a note as the page's parts call them, done at its desk.
import { mentalStatusCategories } from '@goldenthread/core/note/mental-status.ts'
import type { Desk } from '../../note/desk.ts'
import {
  inTemplate,
  replaceWords,
  sayAgain,
  withOpening,
  writeDiagnoses,
  writePick,
  writeRecorded,
  writeSection,
} from '../../note/edit-draft.ts'
import { type Draft, partsOf } from '../../note/parts.ts'
import { focusSection } from './places.ts'
import type { Edit, WrapUp } from './wrap-up.ts'

const riskAsked = ['suicidalIdeation', 'homicidalIdeation', 'selfHarm', 'level'] as const

/** A place that is answered part by part is every part of it that has no answer yet. */
const unanswered = (draft: Draft, path: string): readonly string[] => {
  const asked =
    path === 'picks.mentalStatus' ? mentalStatusCategories : path === 'picks.risk' ? riskAsked : null
  if (asked === null) return [path]
  const parts = partsOf(draft)
  return asked
    .map((part) => `${path}.${part}`)
    .filter((each) => (parts.get(each)?.standing ?? 'untouched') === 'untouched')
}

/** Behind the words that were put in, once they are drawn. */
const caretBehind = (section: string, at: number): void => {
  requestAnimationFrame(() => focusSection(section, at))
}

export const editsOf = (desk: Desk | undefined): Edit & Pick<WrapUp, 'startSentence' | 'replaceWords'> => {
  const act = (edit: (draft: Draft) => Draft): void => desk?.change(edit, 'act')
  return {
    setSection: (id, text) => desk?.change((draft) => writeSection(draft, id, text), 'typing'),
    setPick: (path, value) => act((draft) => writePick(draft, path, value)),
    setNotAssessed: (path, reason) =>
      act((draft) =>
        unanswered(draft, path.replace(/^note\./, '')).reduce(
          (written, each) => writePick(written, each, { notAssessed: reason }),
          draft,
        ),
      ),
    sayAgain: (path) => act((draft) => sayAgain(draft, path)),
    setDiagnoses: (diagnoses) => act((draft) => writeDiagnoses(draft, diagnoses)),
    setRecorded: (recorded) => act((draft) => writeRecorded(draft, recorded)),
    setTemplate: (template) => act((draft) => inTemplate(draft, template)),
    startSentence: (section, opening) => {
      if (desk === undefined) return
      const text = withOpening(desk.now().draft.sections[section] ?? '', opening)
      act((draft) => writeSection(draft, section, text))
      desk.place({ section, start: text.length, end: text.length })
      caretBehind(section, text.length)
    },
    replaceWords: (section, start, end, words) => {
      if (desk === undefined) return
      act((draft) =>
        writeSection(draft, section, replaceWords(draft.sections[section] ?? '', start, end, words)),
      )
      caretBehind(section, start + words.length)
    },
  }
}
