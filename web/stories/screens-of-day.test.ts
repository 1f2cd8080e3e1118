// The screens of the door and of the day, each in every state: accessible in both themes, at home on every width.
import { expect, test } from 'vitest'
import { proveScreens } from './prove-screens.ts'
import { addressesOfRouter, screensOfDay, screensOfMoney } from './screens.ts'

test('every address of the router has its screens here, and none is here that the router does not know', () => {
  const here = [...Object.keys(screensOfDay), ...Object.keys(screensOfMoney)]
  expect(here.toSorted()).toEqual(addressesOfRouter().toSorted())
})

proveScreens(screensOfDay)
