// The language of a set's table: loops, segments, elements. From one table come the types, the reader, the writer and the validation.
import type { Cents } from '../../values/cents.ts'

/**
 * How an element is written. `money` reads as Cents, `quantity` and `whole` as numbers, all others as text:
 * text (AN), code (ID), day8 (D8, `20260203`), day6 (`260203`), time (`0930`), period (a day or a range, as the
 * qualifier before it says).
 */
export type ElementType =
  | 'text'
  | 'code'
  | 'day8'
  | 'day6'
  | 'time'
  | 'period'
  | 'whole'
  | 'quantity'
  | 'money'
export type Usage = 'required' | 'situational'

interface Simple {
  /** X12's data element number, as IK403 wants it in IK4 (IK402). */
  readonly number: number
  readonly type: ElementType
  /** Shortest and longest, in characters. */
  readonly size: readonly [number, number]
  readonly usage: Usage
  /** The code set, `facts` level or looked up elsewhere, when it is too long to list here. */
  readonly codeSet?: string
}

/** An element whose value is always the same (a qualifier): the document does not carry it, the reader chooses by it. */
export interface FixedElement extends Simple {
  readonly fixed: string
}

/** An element the document carries under `key`. `codes` lists every value allowed here. `repeats` is how often it may repeat. */
export interface KeyedElement extends Simple {
  readonly key: string
  readonly codes?: readonly string[]
  readonly repeats?: number
  /** How many places in a row it takes (modifiers SV101-3 to -6, IK502 to IK506): read as a list of what is there. */
  readonly inRow?: number
}

/** An element made of components, read as one object under `key` (a list of them when it repeats). */
export interface CompositeElement {
  readonly key: string
  readonly number: number
  readonly usage: Usage
  readonly repeats?: number
  /** How many places in a row it takes (HI02 to HI12, STC10 and STC11): read as a list of what is there. */
  readonly inRow?: number
  readonly components: readonly (FixedElement | KeyedElement | NotUsed)[]
}

/** A place in the segment (or composite) that the guide leaves empty. */
export interface NotUsed {
  readonly notUsed: true
}

/** Several elements that stand again and again in a row (CAS02-04, 05-07 …; PLB03-04, 05-06 …): a list of objects under `key`. */
export interface GroupedElements {
  readonly key: string
  readonly usage: Usage
  /** How often they may stand in the row. */
  readonly groups: number
  readonly elements: readonly (FixedElement | KeyedElement | CompositeElement | NotUsed)[]
}

export type ElementTable = FixedElement | KeyedElement | CompositeElement | GroupedElements | NotUsed

/** A segment at one place of the set. `elements` are listed in order from element 1. */
export interface SegmentTable {
  readonly segment: string
  readonly key: string
  readonly usage: Usage
  /** How often it may repeat here; 1 gives one object, more gives a list. Infinity is `99999`. */
  readonly max: number
  readonly elements: readonly ElementTable[]
}

/** A loop: its first part is the segment that opens it. */
export interface LoopTable {
  readonly loop: string
  readonly key: string
  readonly usage: Usage
  readonly max: number
  /** Opened by an HL whose HL03 is `level`. HL01, HL02 and HL04 are worked out, so the HL stands neither in `parts` nor in the document. `childCode: false` where the guide leaves HL04 empty. */
  readonly hl?: { readonly level: string; readonly childCode?: false }
  readonly parts: readonly (SegmentTable | LoopTable)[]
}

/** A whole set, ST to SE. `parts` are what stands between ST and SE. */
export interface SetTable {
  /** ST01. */
  readonly set: string
  /** GS01. */
  readonly group: string
  /** GS08 and ST03 as the writer writes them. */
  readonly version: string
  /** The 835's ST has no third element. */
  readonly versionInSt?: false
  readonly parts: readonly (SegmentTable | LoopTable)[]
}

type Simplify<T> = { [K in keyof T]: T[K] }
type Text<E> = E extends { readonly type: 'money' }
  ? Cents
  : E extends { readonly type: 'whole' | 'quantity' }
    ? number
    : E extends { readonly codes: readonly (infer C extends string)[] }
      ? C
      : string
type Carried<E> = E extends { readonly components: infer C extends readonly unknown[] }
  ? Composite<C>
  : Text<E>
type Listed = { readonly repeats: number } | { readonly inRow: number }
type Repeated<E, V> = E extends Listed ? readonly V[] : V
type Value<E> = E extends { readonly groups: number; readonly elements: infer Es extends readonly unknown[] }
  ? readonly SegmentOf<{ readonly elements: Es }>[]
  : Repeated<E, Carried<E>>
type Keyed<Es extends readonly unknown[], U extends Usage> = Extract<
  Es[number],
  { readonly key: string; readonly usage: U }
>
type Composite<Cs extends readonly unknown[]> = Simplify<
  { readonly [E in Keyed<Cs, 'required'> as E['key']]: Repeated<E, Text<E>> } & {
    readonly [E in Keyed<Cs, 'situational'> as E['key']]?: Repeated<E, Text<E>>
  }
>

/** What a document carries for a segment. */
export type SegmentOf<S extends { readonly elements: readonly unknown[] }> = Simplify<
  { readonly [E in Keyed<S['elements'], 'required'> as E['key']]: Value<E> } & {
    readonly [E in Keyed<S['elements'], 'situational'> as E['key']]?: Value<E>
  }
>

type PartValue<P> = P extends { readonly elements: readonly unknown[] }
  ? SegmentOf<P>
  : P extends { readonly parts: readonly unknown[] }
    ? LoopOf<P>
    : never
type PartOf<P> = P extends { readonly max: 1 } ? PartValue<P> : readonly PartValue<P>[]
type Parts<Ps extends readonly unknown[], U extends Usage> = Extract<
  Ps[number],
  { readonly key: string; readonly usage: U }
>

/** What a document carries for a loop (or a whole set): required parts always, situational ones when they are there. */
export type LoopOf<L extends { readonly parts: readonly unknown[] }> = Simplify<
  { readonly [P in Parts<L['parts'], 'required'> as P['key']]: PartOf<P> } & {
    readonly [P in Parts<L['parts'], 'situational'> as P['key']]?: PartOf<P>
  }
>

/** The document between ST and SE. */
export type DocumentOf<T extends SetTable> = LoopOf<T>

/** What a lenient reading gives: the document with whatever of it was there, at any depth; a text may be no code of its list. */
export type LenientDocument<D> = D extends string
  ? string
  : D extends number
    ? D
    : D extends readonly (infer E)[]
      ? readonly LenientDocument<E>[]
      : { readonly [K in keyof D]?: LenientDocument<D[K]> }
