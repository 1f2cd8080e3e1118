// Beside the day: what else needs a person, each with a sentence and a way on.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Knot } from '../../ui/knot.tsx'
import { Section } from '../../ui/section.tsx'
import { linkClass } from '../../ui/text-link.tsx'
import type { Need, Needs } from './needs-you-words.ts'
import styles from './aside.module.css'

const WayOn = ({ need: { to, does } }: { readonly need: Need }): ReactNode =>
  to.kind === 'session' ? (
    <Link to="/sessions/$sessionId" params={{ sessionId: to.sessionId }} className={linkClass}>
      {does}
    </Link>
  ) : (
    <Link to="/claims" search={{ list: to.list, claim: to.claimId }} className={linkClass}>
      {does}
    </Link>
  )

export const NeedsYou = ({ needs: { shown, rest } }: { readonly needs: Needs }): ReactNode => (
  <div id="needs-you" tabIndex={-1} className={styles.part}>
    <Section title="Needs you">
      {shown.length === 0 && rest.length === 0 && <p className={styles.quiet}>Nothing else, right now.</p>}
      <ul className={styles.needs}>
        {shown.map((need) => (
          <li key={need.id} className={styles.need}>
            <Knot
              state={need.state}
              radius={9}
              label={need.state === 'needs-you' ? 'Needs you' : 'Under way'}
            />
            <div>
              <p className={styles.who}>{need.who}</p>
              <p className={styles.says}>{need.says}</p>
              <WayOn need={need} />
            </div>
          </li>
        ))}
        {rest.map(({ list, says }) => (
          <li key={list} className={styles.rest}>
            <Link to="/claims" search={{ list }} className={linkClass}>
              {says}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  </div>
)
