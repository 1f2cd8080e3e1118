// All themes of the demo. Their words were written for it; they are nobody's record.
import type { Theme, ThemeKey } from './theme.ts'
import { medicalThemes } from './themes-medical.ts'
import { talkThemes } from './themes-talk.ts'

const themes: Readonly<Record<ThemeKey, Theme>> = { ...talkThemes, ...medicalThemes }

export const themeOf = (key: ThemeKey): Theme => themes[key]
