// The template a note is written in: chosen while nothing is written.
import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Template } from '@goldenthread/core/note/note.ts'
import { templates } from '@goldenthread/core/note/templates.ts'
import { FactChip } from './fact-chip.tsx'
import type { WrapUp } from './wrap-up.ts'
import styles from './wrap-up-bar.module.css'

const short: Readonly<Record<Template, string>> = {
  soap: 'SOAP',
  dap: 'DAP',
  birp: 'BIRP',
  intake: 'Evaluation',
  crisis: 'Crisis',
  family: 'Family',
  em: 'Medication visit',
  'em-with-therapy': 'Medication and therapy',
}

const all = Object.keys(templates) as readonly Template[]

export const TemplatePicker = ({ wrapUp }: { readonly wrapUp: WrapUp }): ReactNode => {
  const { note, edit, isEmpty, readOnly } = wrapUp
  if (note === null) return null
  const { payer } = wrapUp.served.case.coverage ?? { payer: null }
  const says = payer === null ? short[note.template] : `${short[note.template]}, ${payer.name}`
  return (
    <FactChip says={says} label="Template" mayChange={isEmpty && !readOnly && wrapUp.status === 'draft'}>
      {(close) => (
        <ul className={styles.templates} aria-label="Templates">
          {all.map((template) => (
            <li key={template}>
              <UnstyledButton
                className={styles.template}
                aria-current={template === note.template}
                onClick={() => {
                  edit.setTemplate(template)
                  close()
                }}
              >
                {templates[template].label}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </FactChip>
  )
}
