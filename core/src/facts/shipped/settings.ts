// Which place of service a setting is when people meet in person.
import { day } from '../../values/day.ts'
import type { SettingRow } from '../facts.ts'

const held = { from: day('2022-01-01'), to: null, source: 'docs/sources.md 4, places of service' }

export const settingRows: readonly SettingRow[] = [
  { setting: 'office', place: '11', ...held },
  { setting: 'home', place: '12', ...held },
  { setting: 'school', place: '03', ...held },
  { setting: 'work', place: '18', ...held },
  { setting: 'shelter', place: '04', ...held },
  { setting: 'assisted-living', place: '13', ...held },
  { setting: 'group-home', place: '14', ...held },
  { setting: 'nursing-facility', place: '32', ...held },
  { setting: 'hospital-inpatient', place: '21', ...held },
  { setting: 'hospital-outpatient', place: '22', ...held },
  { setting: 'emergency-room', place: '23', ...held },
  { setting: 'community-mental-health-center', place: '53', ...held },
  { setting: 'clinic', place: '49', ...held },
  // A private car has no code of its own: 15 is a unit fitted out for care.
  { setting: 'vehicle', place: '99', ...held },
  { setting: 'other', place: '99', ...held },
]
