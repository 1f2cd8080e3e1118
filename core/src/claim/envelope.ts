// The numbers and names a file travels under: who sends, who receives, and the next control numbers.

export interface Envelope {
  readonly senderQualifier: string
  readonly senderId: string
  readonly receiverQualifier: string
  readonly receiverId: string
  /** ISA15: `T` test, `P` production. */
  readonly usage: 'T' | 'P'
  /** ISA13, GS06 and ST02 of the next file: counters of the practice and the receiver. */
  readonly interchangeControl: number
  readonly groupControl: number
  readonly setControl: number
  /** CLM01 of the next claim. */
  readonly claimNumber: string
}
