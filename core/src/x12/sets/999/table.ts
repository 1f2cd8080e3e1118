// The 999 (005010X231A1): what a receiver found in the sets of one functional group, by segment and by element.
import type { DocumentOf, SegmentTable, SetTable } from '../table-language.ts'
import { elementFaults, groupFaults, groupStatuses, segmentFaults, setFaults, setStatuses } from './codes.ts'

/** CTX stands after an IK3 and after an IK4: what the fault depends on (`SITUATIONAL TRIGGER`), or whose claim it is (`CLM01`). */
const contexts = {
  segment: 'CTX',
  key: 'contexts',
  usage: 'situational',
  max: 10,
  elements: [
    {
      key: 'subjects',
      number: 998,
      usage: 'required',
      repeats: 10,
      components: [
        { key: 'name', number: 9999, type: 'text', size: [1, 35], usage: 'required' },
        { key: 'value', number: 9998, type: 'text', size: [1, 35], usage: 'situational' },
      ],
    },
    { key: 'segment', number: 721, type: 'text', size: [2, 3], usage: 'situational' },
    { key: 'position', number: 719, type: 'whole', size: [1, 10], usage: 'situational' },
    { key: 'loop', number: 447, type: 'text', size: [1, 6], usage: 'situational' },
    {
      key: 'element',
      number: 30,
      usage: 'situational',
      components: [
        { key: 'element', number: 722, type: 'whole', size: [1, 2], usage: 'required' },
        { key: 'component', number: 1528, type: 'whole', size: [1, 2], usage: 'situational' },
        { key: 'repetition', number: 1686, type: 'whole', size: [1, 4], usage: 'situational' },
      ],
    },
    {
      key: 'dataElement',
      number: 999,
      usage: 'situational',
      components: [
        { key: 'number', number: 725, type: 'whole', size: [1, 4], usage: 'required' },
        { key: 'component', number: 725, type: 'whole', size: [1, 4], usage: 'situational' },
      ],
    },
  ],
} as const satisfies SegmentTable

const elementErrors = {
  loop: '2110',
  key: 'elements',
  usage: 'situational',
  max: 99,
  parts: [
    {
      segment: 'IK4',
      key: 'error',
      usage: 'required',
      max: 1,
      elements: [
        {
          key: 'place',
          number: 30,
          usage: 'required',
          components: [
            { key: 'element', number: 722, type: 'whole', size: [1, 2], usage: 'required' },
            { key: 'component', number: 1528, type: 'whole', size: [1, 2], usage: 'situational' },
            { key: 'repetition', number: 1686, type: 'whole', size: [1, 4], usage: 'situational' },
          ],
        },
        { key: 'dataElement', number: 725, type: 'whole', size: [1, 4], usage: 'situational' },
        { key: 'fault', number: 621, type: 'code', size: [1, 3], usage: 'required', codes: elementFaults },
        { key: 'badValue', number: 724, type: 'text', size: [1, 99], usage: 'situational' },
      ],
    },
    contexts,
  ],
} as const

/** The whole set. Keys: `group` AK1, `sets` the AK2 loops, `result` AK9. */
export const table999 = {
  set: '999',
  group: 'FA',
  version: '005010X231A1',
  parts: [
    {
      segment: 'AK1',
      key: 'group',
      usage: 'required',
      max: 1,
      elements: [
        { key: 'kind', number: 479, type: 'code', size: [2, 2], usage: 'required' },
        { key: 'control', number: 28, type: 'whole', size: [1, 9], usage: 'required' },
        { key: 'version', number: 480, type: 'text', size: [1, 12], usage: 'situational' },
      ],
    },
    {
      loop: '2000',
      key: 'sets',
      usage: 'situational',
      max: 99999,
      parts: [
        {
          segment: 'AK2',
          key: 'set',
          usage: 'required',
          max: 1,
          elements: [
            { key: 'kind', number: 143, type: 'code', size: [3, 3], usage: 'required' },
            { key: 'control', number: 329, type: 'text', size: [4, 9], usage: 'required' },
            { key: 'version', number: 1705, type: 'text', size: [1, 35], usage: 'situational' },
          ],
        },
        {
          loop: '2100',
          key: 'segments',
          usage: 'situational',
          max: 99999,
          parts: [
            {
              segment: 'IK3',
              key: 'error',
              usage: 'required',
              max: 1,
              elements: [
                { key: 'segment', number: 721, type: 'text', size: [2, 3], usage: 'required' },
                { key: 'position', number: 719, type: 'whole', size: [1, 10], usage: 'required' },
                { key: 'loop', number: 447, type: 'text', size: [1, 6], usage: 'situational' },
                {
                  key: 'fault',
                  number: 620,
                  type: 'code',
                  size: [1, 3],
                  usage: 'required',
                  codes: segmentFaults,
                },
              ],
            },
            contexts,
            elementErrors,
          ],
        },
        {
          segment: 'IK5',
          key: 'result',
          usage: 'required',
          max: 1,
          elements: [
            { key: 'status', number: 717, type: 'code', size: [1, 1], usage: 'required', codes: setStatuses },
            {
              key: 'faults',
              number: 618,
              type: 'code',
              size: [1, 3],
              usage: 'situational',
              inRow: 5,
              codes: setFaults,
            },
          ],
        },
      ],
    },
    {
      segment: 'AK9',
      key: 'result',
      usage: 'required',
      max: 1,
      elements: [
        { key: 'status', number: 715, type: 'code', size: [1, 1], usage: 'required', codes: groupStatuses },
        { key: 'setsIncluded', number: 97, type: 'whole', size: [1, 6], usage: 'required' },
        { key: 'setsReceived', number: 123, type: 'whole', size: [1, 6], usage: 'required' },
        { key: 'setsAccepted', number: 2, type: 'whole', size: [1, 6], usage: 'required' },
        {
          key: 'faults',
          number: 716,
          type: 'code',
          size: [1, 3],
          usage: 'situational',
          inRow: 5,
          codes: groupFaults,
        },
      ],
    },
  ],
} as const satisfies SetTable

/** One 999 between ST and SE: the answer to one functional group. */
export type ImplementationAcknowledgment999 = DocumentOf<typeof table999>
