// Time zones by their IANA names, as far as this machine knows them.
import { z } from 'zod'

const known: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])

export const ZoneName = z
  .string()
  .max(64)
  .refine((name) => known.has(name))
  .describe('an IANA time zone, America/New_York')
