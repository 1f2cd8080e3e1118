// The practices in which a person has a part, so that the page can name the one they work in and offer the others.
import { lookInPractice, outsidePractice } from '../database/in-practice.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { findMembership, findPerson } from './sign-in-store.ts'

export interface PracticeOfPerson {
  readonly id: string
  readonly name: string
  /** Times of this practice are told on its own clock. */
  readonly zone: string
}

/** In the order in which they joined; one in which their part has ended is none of theirs. */
export const practicesOf = async (
  services: Services,
  personId: string,
): Promise<readonly PracticeOfPerson[]> => {
  const person = await outsidePractice(services, (db) => findPerson(db, personId))
  const found: PracticeOfPerson[] = []
  for (const id of person?.practiceIds ?? []) {
    const practice = await lookInPractice(services, id, async (db) => {
      if ((await findMembership(db, id, personId)) === null) return null
      const { document, zone } = await readPractice({ db, practiceId: id })
      return { id, name: document.legalName, zone }
    })
    if (practice !== null) found.push(practice)
  }
  return found
}
