// Money as people read it on a page: tabular, to the cent, with a true minus.
import { cents, dollars } from '@goldenthread/core/values/cents.ts'

/** The sign for less than nothing: as wide as a figure, unlike a hyphen. */
export const minus = '−'

/** `$1,234.05`, `−$4.00`. */
export const moneyText = (amount: number): string => dollars(cents(amount)).replace('-', minus)

/** Without its sign of currency, for differences and figures in a sum: `0.00`, `−12.40`. */
export const bareMoneyText = (amount: number): string => moneyText(amount).replace('$', '')
