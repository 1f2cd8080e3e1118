// The screens of clients, claims and money, each in every state: accessible in both themes, at home on every width.
import { proveScreens } from './prove-screens.ts'
import { screensOfMoney } from './screens.ts'

proveScreens(screensOfMoney)
