// Professional claims that others wrote: split by their offsets, counted, written back byte for byte, faults named; and how many read typed.
import { describe, expect } from 'vitest'
import { readProfessionalClaimsLeniently } from '../src/x12/sets/837p/read.ts'
import { streamClaims } from '../src/x12/sets/837p/stream.ts'
import { holdsClaim } from '../src/values/finding.ts'
import { readInterchanges } from '../src/x12/syntax/interchange.ts'
import { segmentCount, segmentId } from '../src/x12/syntax/segments.ts'
import { splitLeniently, splitStrictly } from '../src/x12/syntax/split.ts'
import { writeBack } from '../src/x12/syntax/write.ts'
import { cutEvery, heardInChunks, heardWhole } from './chunked.ts'
import { type CorpusFile, corpusBytes, corpusFiles, corpusTest } from './corpus.ts'

const sound = ({ status }: CorpusFile): boolean => status === 'structurally-ok'

/** What is wrong with the structure of a file, in the manifest's words, and the fault that must name it. */
const named: readonly (readonly [says: string, code: string])[] = [
  ['SE01', '999:IK5:4'],
  ['SE02!=ST02', '999:IK5:3'],
  ['ISA-not-fixed', 'x12:isa-length'],
  ['IEA02!=ISA13', 'TA1:001'],
  ['ISA/IEA', 'TA1:023'],
  ['GS/GE', '999:AK9:3'],
]

const faultsOf = (bytes: Uint8Array): readonly string[] => {
  const { findings, envelope } = heardWhole(bytes)
  return [...findings, ...envelope].filter(holdsClaim).map(({ code }) => code)
}

describe('the 837P files of the corpus', () => {
  corpusTest('are all found again byte for byte by their offsets', () => {
    for (const { path } of corpusFiles('837P')) {
      const bytes = corpusBytes(path)
      expect(writeBack(splitLeniently(bytes).segments), path).toEqual(bytes)
    }
  })

  corpusTest('hold as many claims as the manifest counts', () => {
    for (const { path, claims } of corpusFiles('837P')) {
      const { segments } = splitLeniently(corpusBytes(path))
      const ids = Array.from({ length: segmentCount(segments) }, (_, i) => segmentId(segments, i))
      expect(
        ids.filter((id) => id === 'CLM'),
        path,
      ).toHaveLength(claims)
    }
  })

  corpusTest('that are sound are read strictly, to the last envelope', () => {
    for (const { path, sets } of corpusFiles('837P').filter(sound)) {
      const split = splitStrictly(corpusBytes(path))
      const read = split.ok ? readInterchanges(split.value) : split
      expect(read.findings, path).toEqual([])
      expect(
        read.ok && read.value.flatMap(({ groups }) => groups.flatMap((group) => group.sets)),
        path,
      ).toHaveLength(sets)
    }
  })

  corpusTest('that are faulty are refused with the fault the manifest names', () => {
    const faulty = corpusFiles('837P').filter((file) => !sound(file))
    expect(faulty.length).toBeGreaterThan(0)
    for (const { path, status } of faulty) {
      const expected = named.filter(([says]) => status.includes(says)).map(([, code]) => code)
      if (expected.length > 0)
        expect(faultsOf(corpusBytes(path)), path).toEqual(expect.arrayContaining(expected))
    }
  })

  corpusTest('are heard alike whole and in chunks', () => {
    for (const { path } of corpusFiles('837P')) {
      const bytes = corpusBytes(path)
      expect(heardInChunks(cutEvery(bytes, 11)), path).toEqual(heardWhole(bytes))
    }
  })

  corpusTest(
    'are read typed, whole and one claim at a time, to the same claims and the same findings',
    () => {
      for (const { path } of corpusFiles('837P')) {
        const bytes = corpusBytes(path)
        const { sets, findings } = readProfessionalClaimsLeniently(bytes)
        const claims = sets.flatMap(({ document }) =>
          (document.billingProviders ?? []).flatMap(({ subscribers = [] }) =>
            subscribers.flatMap((subscriber) => [
              ...(subscriber.claims ?? []),
              ...(subscriber.clients ?? []).flatMap((client) => client.claims ?? []),
            ]),
          ),
        )
        const batches = [...streamClaims(cutEvery(bytes, 100))]
        expect(
          batches.flatMap((batch) => batch.claims.map(({ claim }) => claim)),
          path,
        ).toEqual(claims)
        const said = batches.flatMap((batch) => batch.findings.map((finding) => JSON.stringify(finding)))
        if (sets.length > 0)
          expect(said.sort(), path).toEqual(findings.map((finding) => JSON.stringify(finding)).sort())
      }
    },
  )

  // Loops of drugs, equipment forms and ambulances are not in the table yet; the numbers may only rise.
  corpusTest('are read typed without a finding in at least these numbers', () => {
    const files = corpusFiles('837P').filter(sound)
    const read = files.map(({ path }) => readProfessionalClaimsLeniently(corpusBytes(path)))
    const whole = read.filter(({ sets, findings }) => sets.length > 0 && !findings.some(holdsClaim))
    expect(whole.length).toBeGreaterThanOrEqual(15)
  })
})
