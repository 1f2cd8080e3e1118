// Credentials: which letters after a name let a person bill as what.
import { day } from '../../values/day.ts'
import type { CredentialFact } from '../facts.ts'

type LicenceClass = CredentialFact['licenceClass']

/** Letters as credentialed, and in our words what they say. Letters of a degree alone (MA, MS, MSW, RN) are no licence and stand nowhere here. */
const letters: readonly (readonly [
  LicenceClass,
  readonly (readonly [credentials: string, label: string])[],
])[] = [
  [
    'prescriber',
    [
      ['MD', 'Physician'],
      ['DO', 'Osteopathic physician'],
      ['PMHNP', 'Psychiatric nurse practitioner'],
      ['NP', 'Nurse practitioner'],
      ['FNP', 'Family nurse practitioner'],
      ['CRNP', 'Certified nurse practitioner'],
      ['APRN', 'Advanced practice nurse'],
      ['ARNP', 'Advanced practice nurse'],
      ['APN', 'Advanced practice nurse'],
      ['CNS', 'Clinical nurse specialist'],
      ['PMHCNS', 'Psychiatric clinical nurse specialist'],
      ['PA', 'Physician assistant'],
    ],
  ],
  [
    'psychologist',
    [
      ['PhD', 'Psychologist, doctor of philosophy'],
      ['PsyD', 'Psychologist, doctor of psychology'],
      ['EdD', 'Psychologist, doctor of education'],
      ['LP', 'Licensed psychologist'],
      ['HSPP', 'Health service psychologist'],
    ],
  ],
  [
    'masters',
    [
      ['LCSW', 'Licensed clinical social worker'],
      ['LICSW', 'Licensed independent clinical social worker'],
      ['LISW', 'Licensed independent social worker'],
      ['LSCSW', 'Licensed specialist clinical social worker'],
      ['CSW', 'Clinical social worker'],
      ['LMFT', 'Licensed marriage and family therapist'],
      ['LCMFT', 'Licensed clinical marriage and family therapist'],
      ['IMFT', 'Independent marriage and family therapist'],
      ['MFT', 'Marriage and family therapist'],
      ['LPC', 'Licensed professional counselor'],
      ['LPC-MH', 'Licensed professional counselor, mental health'],
      ['LPC-MHSP', 'Licensed professional counselor, mental health service provider'],
      ['LPCC', 'Licensed professional clinical counselor'],
      ['LCPC', 'Licensed clinical professional counselor'],
      ['LMHC', 'Licensed mental health counselor'],
      ['LCMHC', 'Licensed clinical mental health counselor'],
      ['CMHC', 'Clinical mental health counselor'],
      ['LIMHP', 'Licensed independent mental health practitioner'],
      ['LMHP', 'Licensed mental health practitioner'],
    ],
  ],
  [
    'associate',
    [
      ['AMFT', 'Associate marriage and family therapist'],
      ['ACSW', 'Associate clinical social worker'],
      ['APCC', 'Associate professional clinical counselor'],
      ['ASW', 'Associate social worker'],
      ['LMSW', 'Licensed master social worker, under supervision'],
      ['LGSW', 'Licensed graduate social worker'],
      ['LSW', 'Licensed social worker, under supervision'],
      ['LCSW-A', 'Clinical social worker, associate'],
      ['LICSW-A', 'Independent clinical social worker, associate'],
      ['LPC-A', 'Professional counselor, associate'],
      ['LPC-I', 'Professional counselor, intern'],
      ['LPC-IT', 'Professional counselor in training'],
      ['LAPC', 'Associate professional counselor'],
      ['LAC', 'Associate counselor'],
      ['LGPC', 'Graduate professional counselor'],
      ['LMFT-A', 'Marriage and family therapist, associate'],
      ['LAMFT', 'Associate marriage and family therapist'],
      ['LGMFT', 'Graduate marriage and family therapist'],
      ['LMHC-A', 'Mental health counselor, associate'],
      ['LCMHC-A', 'Clinical mental health counselor, associate'],
      ['MHC-LP', 'Mental health counselor, limited permit'],
      ['RMHCI', 'Registered mental health counselor, intern'],
    ],
  ],
]

export const credentialRows: readonly CredentialFact[] = letters.flatMap(([licenceClass, rows]) =>
  rows.map(([credentials, label]) => ({
    credentials,
    licenceClass,
    label,
    from: day('2024-01-01'),
    to: null,
    source: 'docs/sources.md 1 with section 0 (associates); state boards name their licences',
  })),
)
