// The frame around every page behind the door: bar, page, bar of the phone, lock, palette, keys.
import { Outlet, useMatches } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { LockScreen } from '../people/lock-screen.tsx'
import { rememberPractice } from '../people/last-practice.ts'
import { practiceOf, useMe } from '../people/me.ts'
import { cover, sittingNow } from '../people/sitting.ts'
import { useIdle } from '../people/use-idle.ts'
import { useSitting } from '../people/use-sitting.ts'
import { Bar } from './bar.tsx'
import { useFrameKeys } from './frame-keys.ts'
import { IdleNotice } from './idle-notice.tsx'
import { NoPracticePage } from './no-such-page.tsx'
import { Overlays } from './overlays.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { useArrival } from './use-arrival.ts'
import { useDoorOfFrame } from './use-door-of-frame.ts'
import styles from './frame.module.css'

/** A screen that was locked before the page was opened shows nothing of it until it is unlocked. */
const useOpenedOnce = (wasLocked: boolean): boolean => {
  const [startsCovered] = useState(() => {
    if (wasLocked) cover(Date.now())
    return sittingNow().lockedAt !== null
  })
  const { lockedAt } = useSitting()
  const [wasOpen, setWasOpen] = useState(!startsCovered)
  useEffect(() => {
    if (lockedAt === null) setWasOpen(true)
  }, [lockedAt])
  return wasOpen
}

const SkipLink = (): ReactNode => (
  <a
    className={styles.skip}
    href="#main"
    onClick={(event) => {
      event.preventDefault()
      document.getElementById('main')?.focus()
    }}
  >
    Skip to the page
  </a>
)

export const Frame = (): ReactNode => {
  const me = useMe()
  useDoorOfFrame()
  const isOpened = useOpenedOnce(me.locked)
  const { lockedAt } = useSitting()
  const secondsLeft = useIdle(me.idleSeconds, lockedAt !== null)
  const hasOwnBar = useMatches({ select: (all) => all.some(({ staticData }) => staticData.ownBar === true) })
  const practice = practiceOf(me)
  useFrameKeys(me.role)
  const said = useArrival()
  useEffect(() => {
    if (practice !== null) rememberPractice(practice.name)
  }, [practice])
  const { role } = me
  return (
    <>
      {isOpened && role === null && <NoPracticePage />}
      {isOpened && role !== null && (
        <div className={styles.frame} data-own-bar={hasOwnBar || undefined}>
          <SkipLink />
          {!hasOwnBar && <Bar me={me} role={role} />}
          <main id="main" className={styles.main} tabIndex={-1}>
            <Outlet />
          </main>
          {!hasOwnBar && <PhoneBar role={role} />}
          <Overlays me={me} role={role} />
        </div>
      )}
      {secondsLeft !== null && lockedAt === null && <IdleNotice secondsLeft={secondsLeft} />}
      <p className={styles.spoken} role="status">
        {said}
      </p>
      {lockedAt !== null && <LockScreen me={me} />}
    </>
  )
}
