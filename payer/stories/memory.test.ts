// What the payer remembers from answer to answer, and how several claims, sets and interchanges go together.
import { cents } from '@goldenthread/core/values/cents.ts'
import { day } from '@goldenthread/core/values/day.ts'
import { expect, test } from 'vitest'
import {
  ask,
  books,
  fileText,
  interchange,
  kindsOf,
  maribel,
  plan,
  seen,
  segmentsOf,
  setSegments,
  textOf,
} from './claim-file.ts'

const nextWeek = (number: string, on: string) => ({
  number,
  lines: [{ procedure: 'HC:90837:95', charge: '200', day: on }],
})

test('one input gives the same bytes and the same books twice', () => {
  const [first, second] = [ask([fileText()]), ask([fileText()])]
  expect(first).toEqual(second)
  expect(first.files.map(({ bytes }) => [...bytes])).toEqual(second.files.map(({ bytes }) => [...bytes]))
})

test('what was handed in is not changed', () => {
  const [rules, state] = [plan(), { ...books }]
  const before = JSON.stringify([rules, state])
  ask([fileText()], rules, state)
  expect(JSON.stringify([rules, state])).toBe(before)
})

test('each file, claim and payment takes the next number', () => {
  const { state } = ask([fileText()])
  const { claimsOnFile = [], ...counted } = state
  expect(claimsOnFile).toMatchObject([
    { payerClaimNumber: '880121', received: '2026-03-11', claim: { claimNumber: 'C1001' } },
  ])
  expect(counted).toEqual({
    nextInterchangeControl: 4414,
    nextClaimNumber: 880122,
    nextTrace: 660902,
    interchangesSeen: ['ALDERROW 000000101'],
    claimsSeen: [
      {
        memberNumber: 'LKM482207715',
        day: '2026-03-10',
        renderingNpi: '2131860910',
        code: '90837',
        firstName: 'MARIBEL',
        payerClaimNumber: '880121',
      },
    ],
  })
})

test('a resend of the same bytes gets TA1 025, whether later or in the same call', () => {
  const later = ask([fileText()], plan(), ask([fileText()]).state)
  expect(kindsOf(later)).toEqual(['ta1'])
  expect(seen(later, 'ta1', 'TA1')).toEqual(['TA1*000000101*260310*1200*R*025'])
  expect(kindsOf(ask([fileText(), fileText()]))).toEqual(['ta1', '999', '277ca', '835', 'ta1'])
})

test('a broken interchange leaves its number free for the mended one', () => {
  const broken = ask([fileText().replace('IEA*1*', 'IEA*2*')])
  expect(seen(broken, 'ta1', 'TA1')).toEqual(['TA1*000000101*260310*1200*R*021'])
  expect(kindsOf(ask([fileText()], plan(), broken.state))).toEqual(['ta1', '999', '277ca', '835'])
})

test('the same claim under a new number is accepted and denied as seen before', () => {
  const again = ask([fileText({ control: '000000102' })], plan(), ask([fileText()]).state)
  expect(seen(again, '835', 'CLP', 'CAS')).toEqual(['CLP*C1001*1*200*0**CI*880122*10*1', 'CAS*CO*18*200'])
  expect(again.state.claimsSeen).toHaveLength(1)
})

test('the same service twice in one file is paid once', () => {
  const output = ask([fileText({ claims: [{ number: 'C1' }, { number: 'C2' }] })])
  expect(seen(output, '835', 'BPR', 'CLP', 'CAS')).toEqual([
    'BPR*I*125*C*CHK************20260311',
    'CLP*C1*1*200*125*30*CI*880121*10*1',
    'CAS*CO*45*45',
    'CAS*PR*3*30',
    'CLP*C2*1*200*0**CI*880122*10*1',
    'CAS*CO*18*200',
  ])
})

test('a brother under the same number is not the one who was seen', () => {
  const nico = { ...maribel, firstName: 'Nico', birthDate: day('2015-05-27') }
  const dependent = { lastName: 'QUINONES', firstName: 'NICO', birthDate: '20150527' }
  const rules = plan({ members: [maribel, nico] })
  const output = ask([fileText({ control: '000000102', dependent })], rules, ask([fileText()], rules).state)
  expect(seen(output, '835', 'CAS')).toEqual(['CAS*CO*45*45', 'CAS*PR*3*30'])
})

test('a deductible met by one claim is not asked of the next, in the same file or later', () => {
  // 160.00 left: claim 1 allowed 155.00, all deductible; claim 2: 5.00 of it, then the copay of 30.00: paid 120.00.
  const rules = plan({ members: [{ ...maribel, deductibleLeft: cents(16000) }] })
  const two = ask([fileText({ claims: [nextWeek('C1', '20260303'), nextWeek('C2', '20260310')] })], rules)
  const sums = ['CAS*CO*45*45', 'CAS*PR*1*155', 'CAS*CO*45*45', 'CAS*PR*1*5**3*30']
  expect(seen(two, '835', 'CAS')).toEqual(sums)
  const first = ask([fileText({ claims: [nextWeek('C1', '20260303')] })], rules)
  const second = ask([fileText({ control: '000000102' })], rules, first.state)
  expect([...seen(first, '835', 'CAS'), ...seen(second, '835', 'CAS')]).toEqual(sums)
})

test('units of an authorization run down until none is left', () => {
  const rules = plan({
    authorizationNeeded: ['90837'],
    authorizations: [
      {
        number: 'AUTH77',
        memberNumber: 'LKM482207715',
        codes: ['90837'],
        units: 2,
        unitsUsed: 1,
        from: day('2026-01-01'),
        to: day('2026-12-31'),
      },
    ],
  })
  const [first, second] = [nextWeek('C1', '20260303'), nextWeek('C2', '20260310')]
  const claims = [first, second].map((claim) => ({ ...claim, authorization: 'AUTH77' }))
  const output = ask([fileText({ claims })], rules)
  expect(seen(output, '835', 'CAS')).toEqual(['CAS*CO*45*45', 'CAS*PR*3*30', 'CAS*CO*198*200'])
  expect(output.state.authorizationUses).toEqual([{ number: 'AUTH77', units: 1, payerClaimNumber: '880121' }])
})

test('a claim held back among others is told apart, and the others are paid', () => {
  const output = ask([fileText({ claims: [{ number: 'C1', place: '98' }, { number: 'C2' }] })])
  expect(seen(output, '277ca', 'STC', 'QTY', 'AMT', 'TRN', 'REF')).toEqual([
    'TRN*1*000004412-1',
    'TRN*2*B0001',
    'STC*A1:19:PR*20260311*WQ*400',
    'QTY*90*1',
    'QTY*AA*1',
    'AMT*YU*200',
    'AMT*YY*200',
    'TRN*1*0',
    'QTY*QA*1',
    'QTY*QC*1',
    'AMT*YU*200',
    'AMT*YY*200',
    'TRN*2*C1',
    'STC*A7:249*20260311*U*200',
    'TRN*2*C2',
    'STC*A2:20:PR*20260311*WQ*200',
    'REF*1K*880121',
  ])
  expect(seen(output, '835', 'CLP')).toEqual(['CLP*C2*1*200*125*30*CI*880121*10*1'])
})

test('a set with a fault among others is rejected alone: AK9 P', () => {
  const broken = setSegments().map((segment) => (segment.startsWith('BHT') ? 'BHT*0019*00' : segment))
  const output = ask([interchange([broken, setSegments({ claims: [{ number: 'C2' }] })])])
  expect(seen(output, '999', 'AK2', 'IK3', 'IK4', 'IK5', 'AK9')).toEqual([
    'AK2*837*0001*005010X222A1',
    'IK3*BHT*2**8',
    'IK4*3*127*1',
    'IK4*4*373*1',
    'IK4*5*337*1',
    'IK4*6*640*1',
    'IK5*R*5',
    'AK2*837*0002*005010X222A1',
    'IK5*A',
    'AK9*P*2*2*1',
  ])
  expect(seen(output, '835', 'CLP')).toEqual(['CLP*C2*1*200*125*30*CI*880121*10*1'])
})

test('each payee is paid by a payment of its own, with a trace of its own', () => {
  const own = { billing: '2131860910', claims: [{ ...nextWeek('C2', '20260303'), rendering: '' }] }
  const output = ask([interchange([setSegments(), setSegments(own)])])
  expect(seen(output, '835', 'ST', 'TRN', 'N1', 'CLP')).toEqual([
    'ST*835*0001',
    'TRN*1*660901*1009100143',
    'N1*PR*LARKMOOR HEALTH PLAN',
    'N1*PE*ALDER ROW COUNSELING*XX*2082462815',
    'CLP*C1001*1*200*125*30*CI*880121*10*1',
    'ST*835*0002',
    'TRN*1*660902*1009100143',
    'N1*PR*LARKMOOR HEALTH PLAN',
    'N1*PE*ALDER ROW COUNSELING*XX*2131860910',
    'CLP*C2*1*200*125*30*CI*880122*10*1',
  ])
  expect(segmentsOf(output, '277ca').filter((segment) => segment.startsWith('ST*'))).toHaveLength(2)
})

test('two interchanges in one file are answered one after the other', () => {
  const second = fileText({ control: '000000102', claims: [nextWeek('C2', '20260303')] })
  const output = ask([`${fileText()}\n${second}`])
  expect(kindsOf(output)).toEqual(['ta1', '999', '277ca', '835', 'ta1', '999', '277ca', '835'])
  expect(output.state.interchangesSeen).toEqual(['ALDERROW 000000101', 'ALDERROW 000000102'])
})

test('an acknowledgment is not acknowledged', () => {
  const answers = ask([fileText()])
  const back = answers.files
    .slice(0, 2)
    .map((file) =>
      textOf(file).replace('LARKMOOR       *ZZ*ALDERROW       ', 'ALDERROW       *ZZ*LARKMOOR       '),
    )
  expect(ask(back).files).toEqual([])
})

test('a file with other delimiters is read by its own, and its values go back in ours', () => {
  const other = fileText({ lastName: 'QUI:NONES' }).replaceAll('~', '\n').replaceAll('*', '|')
  const components = other.replaceAll(/HC:90837:95|10:B:1|ABK:F331/g, (text) => text.replaceAll(':', '>'))
  const output = ask([components.replace('|:\n', '|>\n')])
  expect(seen(output, '277ca', 'NM1').at(-1)).toBe('NM1*QC*1*QUI NONES*MARIBEL****MI*LKM482207715')
  expect(seen(output, '835', 'SVC')).toEqual(['SVC*HC:90837:95*200*125**1'])
})
