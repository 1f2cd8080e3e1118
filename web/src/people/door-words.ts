// What is said when something at the door was not done: what failed, what is safe, what to do.
import { problemIn } from '../api/problem.ts'

const away = 'The server is not reached. Nothing was lost; try again in a moment.'
const often = 'Too many tries. Wait 15 minutes, then try again. Nothing was changed.'
const broken = 'The server met a fault of its own. Nothing was changed; try again in a moment.'

/** One line for the sign-in and its like. */
export const faultAtDoor = (fault: unknown): string => {
  const { kind, status, title } = problemIn(fault)
  if (kind === 'away') return away
  if (status === 429) return often
  return kind === 'broken' ? broken : title
}

/** The same where only a password was asked for. */
export const faultAtLock = (fault: unknown): string =>
  problemIn(fault).code === 'wrong-sign-in' ? 'That is not your password. Try again.' : faultAtDoor(fault)

/** How long a password is at least. Long is what makes it hard to guess (NIST SP 800-63B 3.1.1.2). */
export const passwordLength = 12

/** What stands under a new password while it is too short; null once it is long enough. */
export const shortPassword = (password: string): string | null => {
  const missing = passwordLength - password.length
  if (missing <= 0) return null
  return missing === 1 ? '1 more sign.' : `${missing} more signs.`
}
