// The session in a sentence: how long, by what means, where both sat, whether consent is on file.
import { sessionMinutes } from '@goldenthread/core/session/session-minutes.ts'
import type { Session, SessionPlace } from '@goldenthread/core/session/session.ts'

const stateNames: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC the District of Columbia|' +
    'FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|' +
    'MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|' +
    'NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|' +
    'PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|' +
    'VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming'
  )
    .split('|')
    .map((each) => [each.slice(0, 2), each.slice(3)]),
)

const stateName = (state: string): string => stateNames[state] ?? state

const means = {
  'in-person': 'in person',
  'audio-video': 'by video',
  'audio-only': 'by telephone',
} as const

const placeWord = ({ setting, state }: SessionPlace): string => {
  const where = setting === null ? 'a place nobody has said' : setting.replaceAll('-', ' ')
  return state === null ? `${where}, state not said` : `${where}, ${stateName(state)}`
}

const whereWords = ({ clientPlace, providerPlace }: Session, you: string): string => {
  const { state } = clientPlace
  if (state === null || providerPlace.state === null)
    return `client at ${placeWord(clientPlace)}; ${you} at ${placeWord(providerPlace)}`
  if (state === providerPlace.state)
    return you === 'you' ? `you both in ${stateName(state)}` : `both in ${stateName(state)}`
  return `client in ${stateName(state)}, ${you} in ${stateName(providerPlace.state)}`
}

const consentWords = ({ modality, telehealthConsent }: Session): string => {
  if (modality === 'in-person') return ''
  return telehealthConsent === null ? ' No consent to telehealth on file.' : ' Consent on file.'
}

/** `51 minutes by video, you both in Oregon. Consent on file.` `you` is who treated, as the reader calls them. */
export const sessionWords = (session: Session, you: string): string => {
  const minutes = sessionMinutes(session)
  const length = minutes === 1 ? '1 minute' : `${minutes} minutes`
  return `${length} ${means[session.modality]}, ${whereWords(session, you)}.${consentWords(session)}`
}
