// Where sets, groups and interchanges stand in a file: by the numbers of their segments, with what their headers say.

/** A transaction set. Segments are numbered through the whole file: `from` is its ST, `to` its SE (or the last one it has). */
export interface SetRange {
  readonly from: number
  to: number
  /** ST01, ST02, ST03 as they came; ST03 is empty where it was left out. */
  readonly set: string
  readonly control: string
  readonly version: string
  /** False when the SE is missing. */
  ended: boolean
}

/** A functional group, GS to GE. */
export interface GroupRange {
  readonly from: number
  to: number
  /** GS01, GS02, GS03, GS06, GS08 as they came. */
  readonly functional: string
  readonly sender: string
  readonly receiver: string
  readonly control: string
  readonly version: string
  readonly sets: SetRange[]
  ended: boolean
}

/** An interchange, ISA to IEA. Texts are those of the ISA without the blanks that pad them. */
export interface InterchangeRange {
  readonly from: number
  to: number
  readonly senderQualifier: string
  readonly sender: string
  readonly receiverQualifier: string
  readonly receiver: string
  readonly day: string
  readonly time: string
  readonly version: string
  readonly control: string
  readonly wantsAcknowledgment: boolean
  readonly usage: string
  /** The TA1 segments it holds, before or after its groups. */
  readonly acknowledgments: number[]
  readonly groups: GroupRange[]
  ended: boolean
}
