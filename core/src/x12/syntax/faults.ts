// Every fault the codec can find: its code in the standard's own words (TA1, 999) or ours (x12), a sentence, and what to do.
import type { Finding, Place, Severity } from '../../values/finding.ts'

type Row = readonly [says: string, remedy: string, severity?: Severity]

const askSender = 'Ask the sender for the whole file again.'
const fixHeader = 'Correct the ISA and send the interchange again with a new control number.'

/** TA105 of the acknowledgment an interchange with this fault gets. */
const interchangeRows = {
  'TA1:001': ['ISA13 and IEA02 are not the same number.', 'Write the control number of the ISA into IEA02.'],
  'TA1:002': ['ISA11 names a standard that is not known.', fixHeader],
  'TA1:003': ['ISA12 names a version of the envelope that is not supported.', 'Send version 00501.'],
  'TA1:004': [
    'The byte that should end the ISA cannot be a segment terminator.',
    'Write the ISA with its fixed widths, so that its terminator is byte 106.',
  ],
  'TA1:005': ['ISA05 is not a qualifier of a sender.', fixHeader],
  'TA1:006': ['ISA06 names no sender.', fixHeader],
  'TA1:007': ['ISA07 is not a qualifier of a receiver.', fixHeader],
  'TA1:008': ['ISA08 names no receiver.', fixHeader],
  'TA1:009': ['ISA08 names a receiver that is not known here.', fixHeader],
  'TA1:010': ['ISA01 is not a qualifier of authorization information.', fixHeader],
  'TA1:011': ['ISA02 does not go with ISA01.', fixHeader],
  'TA1:012': ['ISA03 is not a qualifier of security information.', fixHeader],
  'TA1:013': ['ISA04 does not go with ISA03.', fixHeader],
  'TA1:014': ['ISA09 is not a day of the calendar.', 'Write the day as YYMMDD.'],
  'TA1:015': ['ISA10 is not a time of the clock.', 'Write the time as HHMM.'],
  'TA1:016': ['ISA11 is neither a repetition separator nor a standards identifier.', fixHeader],
  'TA1:017': ['ISA12 is not the name of a version.', 'Send version 00501.'],
  'TA1:018': ['ISA13 is not a control number of nine digits.', 'Write the control number as nine digits.'],
  'TA1:019': ['ISA14 is neither 0 nor 1.', 'Write 1 to ask for a TA1, else 0.'],
  'TA1:020': ['ISA15 is neither T nor P.', 'Write T for a test, P for production.'],
  'TA1:021': [
    'IEA01 is not the number of groups in the interchange.',
    'Count the groups and write their number into IEA01.',
  ],
  'TA1:022': ['A segment of the envelope is missing, doubled or not whole.', askSender],
  'TA1:023': ['The file ends inside the interchange.', askSender],
  'TA1:024': [
    'A segment stands in the interchange where none may stand.',
    'Leave only TA1 and whole groups between ISA and IEA, and only whole sets between GS and GE.',
  ],
  'TA1:025': [
    'The control number was used before by this sender.',
    'Send with the next control number; if this was a resend, the first delivery stands.',
  ],
  'TA1:026': ['The byte after ISA cannot be an element separator.', fixHeader],
  'TA1:027': ['The byte in ISA16 cannot be a component separator.', fixHeader],
} as const satisfies Record<string, Row>

/** AK905 and IK502 of the 999 a group or set with this fault gets. */
const groupRows = {
  '999:AK9:1': [
    'GS01 names a kind of group that is not supported.',
    'Send the group to a receiver that takes it.',
  ],
  '999:AK9:2': [
    'GS08 names a version of a guide that is not supported.',
    'Send the version the receiver publishes.',
  ],
  '999:AK9:3': ['The functional group has no GE.', askSender],
  '999:AK9:4': ['GS06 and GE02 are not the same number.', 'Write the control number of the GS into GE02.'],
  '999:AK9:5': [
    'GE01 is not the number of sets in the group.',
    'Count the sets and write their number into GE01.',
  ],
  '999:AK9:6': [
    'GS06 is not a control number of one to nine digits.',
    'Write the control number as one to nine digits.',
  ],
  '999:IK5:1': [
    'ST01 names a kind of set that is not supported here.',
    'Send the set to a receiver that takes it.',
  ],
  '999:IK5:2': ['The set has no SE.', askSender],
  '999:IK5:3': ['ST02 and SE02 are not the same number.', 'Write the control number of the ST into SE02.'],
  '999:IK5:4': [
    'SE01 is not the number of segments from ST to SE.',
    'Count the segments, ST and SE included, and write their number into SE01.',
  ],
  '999:IK5:5': ['Segments of the set have errors.', 'Correct the segments named beside this.'],
  '999:IK5:6': ['ST01 is missing or is not three digits.', 'Write the identifier of the set into ST01.'],
  '999:IK5:7': [
    'ST02 is missing or is not four to nine characters.',
    'Write a control number of four to nine characters into ST02.',
  ],
  '999:IK5:23': [
    'The control number of the set is used twice in its group.',
    'Number the sets of a group without repeating a number.',
  ],
  '999:IK5:I5': ['The set breaks requirements of its guide.', 'Correct the segments named beside this.'],
} as const satisfies Record<string, Row>

/** IK304: what is wrong with a segment. */
const segmentRows = {
  '999:IK3:1': ['The segment is not one this set knows.', 'Leave it out, or check its identifier.'],
  '999:IK3:2': [
    'The segment is known but not expected here.',
    'Move it to the loop it belongs to, or leave it out.',
  ],
  '999:IK3:3': ['A required segment is missing.', 'Write the segment.'],
  '999:IK3:4': [
    'The loop stands here more often than it may.',
    'Leave out what is over the limit, or split the claim.',
  ],
  '999:IK3:5': ['The segment stands here more often than it may.', 'Leave out what is over the limit.'],
  '999:IK3:6': ['The segment is not part of this set.', 'Leave it out.'],
  '999:IK3:7': [
    'The segment stands out of order.',
    'Write the segments of the loop in the order of the guide.',
  ],
  '999:IK3:8': ['The segment has errors in its elements.', 'Correct the elements named beside this.'],
  '999:IK3:I4': ['The guide leaves this segment out.', 'Leave it out.'],
  '999:IK3:I6': ['A segment that another value calls for is missing.', 'Write the segment.'],
  '999:IK3:I7': ['A required loop is missing.', 'Write the loop.'],
  '999:IK3:I8': ['The segment stands here less often than it must.', 'Write the segment.'],
  '999:IK3:I9': ['Another value rules this segment out.', 'Leave it out.'],
} as const satisfies Record<string, Row>

/** IK403: what is wrong with an element. */
const elementRows = {
  '999:IK4:1': ['A required element is missing.', 'Write the element.'],
  '999:IK4:2': ['An element is missing that another one calls for.', 'Write both elements, or neither.'],
  '999:IK4:3': [
    'The segment has more elements than it may have.',
    'Leave out what follows the last element of the guide.',
  ],
  '999:IK4:4': ['The value is shorter than it may be.', 'Write the value in its full length.'],
  '999:IK4:5': ['The value is longer than it may be.', 'Shorten the value.'],
  '999:IK4:6': [
    'The value holds a character that may not stand here.',
    'Write the value with the characters of the X12 set, without the delimiters of the file.',
  ],
  '999:IK4:7': ['The value is not one of the codes allowed here.', 'Write a code of the guide.'],
  '999:IK4:8': ['The value is not a day of the calendar.', 'Write the day as the qualifier before it says.'],
  '999:IK4:9': ['The value is not a time of the clock.', 'Write the time as HHMM.'],
  '999:IK4:10': ['Two elements stand together that rule each other out.', 'Write one of the two.'],
  '999:IK4:12': ['The element is repeated more often than it may be.', 'Leave out what is over the limit.'],
  '999:IK4:13': [
    'The element has more components than it may have.',
    'Leave out what follows the last component of the guide.',
  ],
  '999:IK4:I6': ['The guide does not use this code here.', 'Write a code of the guide.'],
  '999:IK4:I9': ['An element that another value calls for is missing.', 'Write the element.'],
  '999:IK4:I10': ['The guide leaves this element empty.', 'Leave the element empty.'],
  '999:IK4:I11': [
    'The element is repeated less often than it must be.',
    'Write the element as often as the guide asks.',
  ],
  '999:IK4:I12': [
    'The value does not have the form it must have.',
    'Write the value in the form the guide names.',
  ],
  '999:IK4:I13': ['Another value rules this element out.', 'Leave the element empty.'],
} as const satisfies Record<string, Row>

/** What the standard has no code for. */
const ourRows = {
  'x12:no-interchange': ['No ISA was found.', 'Check that this is an X12 file and that it is whole.'],
  'x12:bytes-outside': [
    'Bytes stand outside of any interchange.',
    'Remove what is not part of an interchange.',
  ],
  'x12:overlong-segment': ['A segment has no end within a million bytes.', askSender],
  'x12:isa-length': [
    'The ISA does not have its 106 characters.',
    'Pad the elements of the ISA to their fixed widths.',
  ],
  'x12:byte-order-mark': [
    'A byte-order mark stands before the ISA.',
    'Nothing need be done; the sender could leave it out.',
    'warns',
  ],
  'x12:blank-before-segment': [
    'From here on segments are indented.',
    'Nothing need be done; the sender could leave the blanks out.',
    'warns',
  ],
  'x12:no-repetition': [
    'ISA11 names no repetition separator though the version has one.',
    'Nothing need be done; repeated elements stay unsplit.',
    'warns',
  ],
  'x12:no-last-terminator': [
    'The last segment has no terminator.',
    'Nothing need be done; the sender should end the IEA.',
    'warns',
  ],
} as const satisfies Record<string, Row>

const rows = { ...interchangeRows, ...groupRows, ...segmentRows, ...elementRows, ...ourRows }

export type FaultCode = keyof typeof rows

/** All codes, in the order of the standard. */
export const faultCodes = Object.keys(rows) as readonly FaultCode[]

export const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(rows, code)

const source = (code: string): string =>
  code.startsWith('TA1:')
    ? 'X12 TA1, element TA105'
    : code.startsWith('999:')
      ? `X12 999, segment ${code.slice(4, 7)}`
      : 'X12.5 interchange control structures'

/** The sentence and the remedy of a fault, for an acknowledgment that named it. */
export const faultWords = (code: FaultCode): { readonly says: string; readonly remedy: string } => {
  const [says, remedy]: Row = rows[code]
  return { says, remedy }
}

/**
 * The finding of a fault at its place. Throws when the code is not one of the table's: a fault that no acknowledgment can
 * name would be lost on its way to the sender.
 */
export const fault = (
  code: FaultCode,
  place: Place,
  evidence: Readonly<Record<string, string>> = {},
): Finding => {
  if (!isFaultCode(code)) throw new RangeError(`${String(code)} is not a fault code`)
  const [says, remedy, severity = 'holds-claim']: Row = rows[code]
  return { code, severity, whose: 'code-set', place, says, remedy, source: source(code), evidence }
}
