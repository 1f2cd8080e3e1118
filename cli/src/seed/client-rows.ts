// The sixty clients of the demo practice, a row each: who, whose client, who pays, for what, how often, by what means. All are invented.
import type { Sex } from '@goldenthread/core/people/person.ts'
import type { PayerKey } from './payers.ts'
import type { ProviderKey } from './staff.ts'
import type { ThemeKey } from './theme.ts'

export type Rhythm = 'weekly' | 'fortnightly' | 'monthly'
export type Means = 'video' | 'office' | 'telephone'

export interface ClientRow {
  readonly first: string
  readonly last: string
  readonly birthDate: string
  readonly sex: Sex
  readonly provider: ProviderKey
  /** Null pays for themselves. */
  readonly payer: PayerKey | null
  readonly theme: ThemeKey
  readonly rhythm: Rhythm
  readonly means: Means
}

type Short = readonly [
  first: string,
  last: string,
  birthDate: string,
  sex: Sex,
  payer: PayerKey | null,
  theme: ThemeKey,
  rhythm: Rhythm,
  means: Means,
]

const of = (provider: ProviderKey, rows: readonly Short[]): readonly ClientRow[] =>
  rows.map(([first, last, birthDate, sex, payer, theme, rhythm, means]) => ({
    first,
    last,
    birthDate,
    sex,
    provider,
    payer,
    theme,
    rhythm,
    means,
  }))

export const clientRows: readonly ClientRow[] = [
  ...of('ashdown', [
    ['Cordelia', 'Winslow', '1979-02-11', 'F', 'hollin', 'bipolar', 'monthly', 'video'],
    ['Emmett', 'Okafor', '1991-08-30', 'M', 'hollin', 'attention', 'monthly', 'video'],
    ['Rosamund', 'Tate', '1954-05-06', 'F', 'medicare', 'low-mood-medication', 'monthly', 'office'],
    ['Harlan', 'Bixby', '1949-12-19', 'M', 'medicare', 'low-mood-medication', 'monthly', 'video'],
    ['Yesenia', 'Dorado', '1998-03-27', 'F', 'medicaid', 'bipolar', 'fortnightly', 'office'],
    ['Callum', 'Prewitt', '1986-10-02', 'M', 'garrison', 'attention', 'monthly', 'video'],
    ['Bettina', 'Solberg', '1983-01-15', 'F', 'hollin', 'low-mood-medication', 'monthly', 'video'],
    ['Nolan', 'Achebe', '2001-07-22', 'M', 'tidewater', 'attention', 'monthly', 'office'],
    ['Philippa', 'Garrow', '1968-11-09', 'F', 'hollin', 'bipolar', 'fortnightly', 'video'],
    ['Desmond', 'Kettle', '1975-04-18', 'M', null, 'attention', 'monthly', 'video'],
  ]),
  ...of('lindqvist', [
    ['Annika', 'Falk', '1993-06-25', 'F', 'hollin', 'low-mood-medication', 'monthly', 'video'],
    ['Jerome', 'Castleberry', '1988-09-14', 'M', 'hollin', 'attention', 'monthly', 'video'],
    ['Opal', 'Renfrew', '1957-02-03', 'F', 'medicare', 'low-mood-medication', 'monthly', 'video'],
    ['Matteo', 'Ferrante', '2000-12-12', 'M', 'medicaid', 'bipolar', 'fortnightly', 'office'],
    ['Winifred', 'Oakes', '1981-05-29', 'F', 'garrison', 'low-mood-medication', 'monthly', 'video'],
    ['Elias', 'Thornbury', '1996-01-20', 'M', 'tidewater', 'bipolar', 'monthly', 'office'],
    ['Saoirse', 'Maddox', '1990-10-31', 'F', 'hollin', 'attention', 'monthly', 'video'],
    ['Quentin', 'Abernethy', '1972-03-08', 'M', 'hollin', 'low-mood-medication', 'monthly', 'office'],
    ['Ingrid', 'Vasquez', '1985-07-17', 'F', 'medicaid', 'low-mood-medication', 'monthly', 'video'],
    ['Percival', 'Dunmore', '1964-08-05', 'M', 'hollin', 'bipolar', 'monthly', 'video'],
  ]),
  ...of('voss', [
    ['Maribel', 'Estrada', '1987-06-19', 'F', 'hollin', 'trauma', 'weekly', 'video'],
    ['Gideon', 'Larkspur', '1952-03-30', 'M', 'medicare', 'grief', 'weekly', 'office'],
    ['Thea', 'Nakamura', '1994-11-02', 'F', 'hollin', 'obsession', 'weekly', 'video'],
    ['Ulric', 'Hensley', '1978-09-21', 'M', 'garrison', 'trauma', 'weekly', 'office'],
    ['Beatrix', 'Coyle', '1946-01-28', 'F', 'medicare', 'grief', 'fortnightly', 'office'],
    ['Rafferty', 'Moss', '1999-04-07', 'M', 'hollin', 'panic', 'weekly', 'video'],
    ['Leocadia', 'Brandt', '1970-12-24', 'F', 'medicare', 'low-mood', 'weekly', 'video'],
    ['Jasper', 'Quill', '1992-05-13', 'M', null, 'worry', 'fortnightly', 'video'],
    ['Simone', 'Arceneaux', '1984-08-26', 'F', 'hollin', 'low-mood', 'weekly', 'video'],
    ['Barnaby', 'Stroud', '1961-10-10', 'M', 'hollin', 'worry', 'fortnightly', 'office'],
  ]),
  ...of('okonjo', [
    ['Delphine', 'Marchetti', '1982-02-22', 'F', 'hollin', 'low-mood', 'weekly', 'video'],
    ['Terrence', 'Boateng', '1989-07-09', 'M', 'lantern', 'adjustment', 'fortnightly', 'video'],
    ['Marisol', 'Pineda', '2002-09-18', 'F', 'tidewater', 'trauma', 'weekly', 'office'],
    ['Alistair', 'Crane', '1958-06-01', 'M', 'medicare', 'low-mood', 'weekly', 'video'],
    ['Noemi', 'Halloway', '1997-03-16', 'F', 'medicaid', 'trauma', 'weekly', 'office'],
    ['Orson', 'Petrakis', '1976-11-27', 'M', 'hollin', 'worry', 'weekly', 'video'],
    ['Frida', 'Lovelace', '1991-01-04', 'F', 'lantern', 'adjustment', 'fortnightly', 'telephone'],
    ['Casimir', 'Whitlow', '1985-12-08', 'M', 'garrison', 'trauma', 'fortnightly', 'video'],
    ['Imelda', 'Sato', '1969-04-23', 'F', 'hollin', 'grief', 'weekly', 'office'],
    ['Dorian', 'Fitch', '1995-08-14', 'M', null, 'panic', 'weekly', 'video'],
  ]),
  ...of('merriweather', [
    ['Juniper', 'Halvorsen', '2016-05-20', 'F', 'hollin', 'child', 'weekly', 'office'],
    ['Ansel', 'Greaves', '1988-10-19', 'M', 'hollin', 'couple', 'weekly', 'office'],
    ['Paloma', 'Ibarra', '1993-02-28', 'F', 'garrison', 'couple', 'fortnightly', 'video'],
    ['Theodore', 'Nightingale', '1980-07-03', 'M', 'hollin', 'worry', 'weekly', 'video'],
    ['Aurelia', 'Kemp', '2014-09-11', 'F', 'medicaid', 'child', 'weekly', 'office'],
    ['Lionel', 'Ashworth', '1953-11-15', 'M', 'medicare', 'low-mood', 'fortnightly', 'office'],
    ['Clementine', 'Roe', '1990-06-06', 'F', 'hollin', 'panic', 'weekly', 'video'],
    ['Ambrose', 'Delacroix', '1974-01-31', 'M', null, 'couple', 'fortnightly', 'office'],
    ['Sunniva', 'Berg', '1986-03-12', 'F', 'lantern', 'adjustment', 'fortnightly', 'video'],
    ['Hollis', 'Marlowe', '1998-12-03', 'M', 'hollin', 'low-mood', 'weekly', 'video'],
  ]),
  ...of('castellan', [
    ['Tamsin', 'Vickery', '1996-04-29', 'F', 'hollin', 'worry', 'weekly', 'video'],
    ['Ibrahim', 'Lockhart', '2003-08-17', 'M', 'medicaid', 'low-mood', 'weekly', 'office'],
    ['Rowena', 'Castile', '1992-10-25', 'F', 'medicaid', 'trauma', 'weekly', 'office'],
    ['Gareth', 'Inglewood', '1987-05-02', 'M', 'hollin', 'adjustment', 'fortnightly', 'video'],
    ['Lucinda', 'Farrow', '1979-09-07', 'F', 'medicaid', 'worry', 'weekly', 'video'],
    ['Malachi', 'Reeves', '1994-01-12', 'M', 'hollin', 'panic', 'weekly', 'video'],
    ['Zora', 'Penhallow', '2000-06-16', 'F', 'garrison', 'low-mood', 'monthly', 'video'],
    ['Sterling', 'Oduya', '1983-12-30', 'M', 'medicaid', 'low-mood', 'weekly', 'office'],
    ['Henrietta', 'Plume', '1977-02-14', 'F', 'hollin', 'grief', 'fortnightly', 'video'],
    ['Basil', 'Montrose', '1965-07-28', 'M', 'hollin', 'worry', 'weekly', 'office'],
  ]),
]
