// The note's diagnoses, the first of them the one that is treated; they are chosen beside the code.
import { type ReactNode } from 'react'
import { pickRowId } from '../places.ts'
import type { Picking } from './picking.ts'
import styles from './sheet.module.css'

export const DiagnosisLines = ({ picking }: { readonly picking: Picking }): ReactNode => {
  const { diagnoses, carried, from } = picking
  return (
    <div className={styles.line} id={pickRowId('diagnoses')}>
      <span className={styles.lineLabel}>Diagnosis</span>
      {diagnoses.length === 0 ? (
        <span className={styles.quiet}>None yet. Choose it beside, under Code.</span>
      ) : (
        <ol className={styles.diagnoses} aria-label="Diagnoses">
          {diagnoses.map(({ code, words }) => (
            <li key={code}>
              <b>{code}</b> {words}
              {carried?.untouched.includes(`diagnoses.${code}`) === true && from !== null && (
                <span className={styles.quiet}> as on {from}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
