// The states, the district, the territories and the military's addresses, by their two letters (USPS Publication 28, appendix B).

const letters = [
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT',
  'NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY',
  'AS GU MP PR VI FM MH PW',
  'AA AE AP',
]

/** Every code that a United States address may have. */
export const stateCodes: ReadonlySet<string> = new Set(letters.flatMap((row) => row.split(' ')))
