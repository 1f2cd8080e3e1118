// Claim statuses of 277 and 277CA: categories and status codes in our own words, each with its remedy. The texts of the standard are X12's.
import { day } from '../../values/day.ts'
import type { ClaimStatusFact } from '../facts.ts'

const held = { from: day('2024-01-01'), to: null, source: 'docs/sources.md 8.3 with section 0' }
type Row = readonly [code: string, label: string, remedy: string]

const rejected = 'Correct what the status code names and send the claim anew; there is no appeal.'
const wait = 'Wait; ask again when the usual time has passed.'
const remittance = 'Look for the remittance.'
const answer = 'Send what was asked for before its deadline.'

const categories: readonly Row[] = [
  ['A0', 'Passed on to another entity', wait],
  ['A1', 'Received, not yet accepted', wait],
  [
    'A2',
    'Accepted for adjudication, not paid',
    'Wait for the remittance; keep this acceptance as proof of timely filing.',
  ],
  ['A3', 'Returned, could not be processed', rejected],
  ['A4', 'Not found', 'Check that the claim was sent; send it if not.'],
  ['A5', 'Split', wait],
  ['A6', 'Rejected: information missing', rejected],
  ['A7', 'Rejected: information not valid', rejected],
  ['A8', 'Rejected: parts do not go together', rejected],
  ['P0', 'Pending', wait],
  ['P1', 'Pending: in process', wait],
  ['P2', 'Pending: under review by the payer', wait],
  ['P3', 'Pending: provider asked for information', answer],
  ['P4', 'Pending: client asked for information', 'Call the client.'],
  ['P5', 'Pending: payer system or administrative hold', wait],
  ['F0', 'Final', remittance],
  ['F1', 'Final: paid', remittance],
  ['F2', 'Final: denied', 'Look for the remittance and take up its reasons.'],
  ['F3', 'Final: revised', remittance],
  ['F3F', 'Final: passed on', 'Wait for the next payer.'],
  ['F3N', 'Final: not passed on', 'Bill the next payer.'],
  ['F4', 'Final: complete, no payment follows', remittance],
  ...Array.from({ length: 18 }, (_, number): Row => [`R${number}`, 'More information asked for', answer]),
  ['E0', 'Error in the request', 'Correct the request and ask again.'],
  ['E1', 'Error: the system of the payer does not answer', 'Ask again later.'],
  ['E2', 'Error: the payer does not answer', 'Ask again later.'],
  ['E3', 'Error: correction needed', 'Correct the request and ask again.'],
  ['E4', 'Error: trading partner agreement needed', 'Ask the payer or the clearinghouse to enroll you.'],
  ['D0', 'Search found nothing', 'Check name, id and day, then ask again.'],
  ['X0', 'Extension of the request', wait],
]

const statuses: readonly Row[] = [
  ['20', 'Accepted for processing', 'Wait for the remittance.'],
  [
    '21',
    'Information missing or not valid',
    'Read the other statuses for the place, correct it and send anew.',
  ],
  [
    '24',
    'Entity not approved as submitter or provider',
    'Ask the payer to enroll the submitter or provider, then send anew.',
  ],
  ['25', 'Entity not approved', 'Ask the payer to enroll the submitter or provider, then send anew.'],
  ['26', 'Entity not found', 'Check the name and id of the entity and send anew.'],
  [
    '33',
    'Subscriber not found',
    'Check the member number and the name as the payer holds them, then send anew.',
  ],
  ['54', 'Duplicate of a claim already processed', 'Find the first claim; do not send it again.'],
  ['78', 'Duplicate of a claim still in process', 'Wait for the first claim.'],
  ['85', 'Payer is not the first one', 'Bill the first payer.'],
  ['88', 'Not eligible on the day', 'Check eligibility for the day of service.'],
  [
    '91',
    'Not eligible on the day, by the records of the entity',
    'Check eligibility for the day of service.',
  ],
  ['96', 'No agreement with the entity', 'Check the agreement with the payer.'],
  ['97', 'Eligibility of the client not found', 'Check the client and the subscriber with the payer.'],
  ['116', 'Sent to the wrong payer', 'Find the payer or carve-out plan that answers and send it there.'],
  ['125', 'Name of the entity', 'Correct the name and send anew.'],
  ['126', 'Address of the entity', 'Correct the address and send anew.'],
  ['128', 'Tax id of the entity', 'Correct the tax id and send anew.'],
  ['130', 'Blue Shield number of the entity', 'Correct the number and send anew.'],
  ['145', 'Specialty or taxonomy', 'Correct the taxonomy as enrolled and send anew.'],
  ['153', 'Id number of the entity', 'Correct the id and send anew.'],
  ['158', 'Birth date', 'Correct the birth date as the payer holds it and send anew.'],
  ['164', 'Contract or member number', 'Correct the number and send anew.'],
  ['178', 'Charges', 'Correct the charges and send anew.'],
  ['187', 'Day of service', 'Correct the day and send anew.'],
  ['228', 'Type of bill', 'Correct the frequency or the kind of bill and send anew.'],
  ['247', 'Line information', 'Read which line is named, correct it and send anew.'],
  ['249', 'Place of service', 'Correct the place of service and send anew.'],
  ['252', 'Authorization number', 'Correct the authorization number and send anew.'],
  ['254', 'A diagnosis of the claim', 'Correct the diagnosis that is not valid and send anew.'],
  ['255', 'Diagnosis', 'Correct the diagnosis and send anew.'],
  ['387', 'Date last examined', 'Correct the date and send anew.'],
  ['400', 'Claim out of balance', 'See that the lines add up to the claim and send anew.'],
  ['402', 'Amount must be above zero', 'Correct the amount and send anew.'],
  ['453', 'Procedure modifier', 'Correct the modifier and send anew.'],
  ['454', 'Procedure code', 'Correct the procedure and send anew.'],
  ['455', 'Revenue code', 'Correct the revenue code and send anew.'],
  ['464', "Payer's claim number", "Give the payer's number of the claim that is replaced."],
  ['476', 'Units', 'Correct the units and send anew.'],
  ['477', 'Diagnosis pointer', 'Correct the pointer and send anew.'],
  ['479', 'Id of the other payer', "Correct the other payer's id and send anew."],
  ['496', 'Submitter not approved for this provider', 'Enroll the provider with the payer, then send anew.'],
  ['500', 'ZIP code', 'Give the nine-digit ZIP and send anew.'],
  ['507', 'Procedure code of HCPCS', 'Correct the procedure and send anew.'],
  ['509', 'External cause', 'Correct the external cause and send anew.'],
  ['510', 'Date in the future', 'Correct the date and send anew.'],
  ['516', 'Date of the other payer', "Correct the other payer's date and send anew."],
  ['535', 'Claim frequency', 'Correct the frequency and send anew.'],
  ['562', 'NPI of the entity', 'Correct the NPI and send anew.'],
  ['583', 'Line charge', 'Correct the charge of the line and send anew.'],
  ['672', "Other payer's payment out of balance", "See that the other payer's amounts add up and send anew."],
  ['700', 'ICD-10 with another code set', 'Use ICD-10-CM alone and send anew.'],
  ['718', 'Filed too late', 'Send proof of timely filing with an appeal.'],
  ['743', 'Credential or enrollment', 'Check credentialing with the payer.'],
  ['746', 'Duplicate at the receiver', 'Find the first file; do not send it again.'],
  ['770', 'Duplicate of a crossover claim', 'Wait for the claim the first payer passed on.'],
  ['771', 'Sent before the prior payer finished', 'Wait for the prior payer, then send.'],
  ['787', 'Send again as a new claim', 'Send it with frequency 1.'],
  ['792', 'Send to the behavioral health plan', 'Send it to the carve-out plan.'],
  ['795', 'Sent before the prior payer finished', 'Wait for the prior payer, then send.'],
  ['796', 'Code not valid on the day', 'Correct the code for the day of service and send anew.'],
  ['799', 'Send again as a replacement', "Send it with frequency 7 and the payer's claim number."],
]

const facts = (rows: readonly Row[]): readonly ClaimStatusFact[] =>
  rows.map(([code, label, remedy]) => ({ code, label, remedy, ...held }))

export const claimStatusCategoryRows = facts(categories)
export const claimStatusRows = facts(statuses)
