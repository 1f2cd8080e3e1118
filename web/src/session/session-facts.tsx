// The session's facts as they are changed: times and minutes, means and places.
import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { problemIn } from '../api/problem.ts'
import { type SessionRow, type WrittenSession, minutesOf, modalityText } from './written-session.ts'
import styles from './session-facts.module.css'

export interface FactsFormProps {
  readonly written: WrittenSession
  /** Resolves when it is done, or waits to be said; throws a problem. */
  readonly onSave: (written: WrittenSession) => Promise<void>
  readonly onClose: () => void
}

const faultWords = (fault: unknown): string => {
  const { findings, title } = problemIn(fault)
  const [first] = findings
  return first === undefined ? title : `${first.says} ${first.remedy}`
}

interface SavedFormProps extends FactsFormProps {
  readonly label: string
  readonly children: ReactNode
}

const SavedForm = ({ label, written, onSave, onClose, children }: SavedFormProps): ReactNode => {
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setIsBusy(true)
    try {
      await onSave(written)
      onClose()
    } catch (found) {
      setFault(faultWords(found))
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <form className={styles.form} aria-label={label} onSubmit={(event) => void save(event)}>
      {children}
      {fault !== null && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      <div className={styles.acts}>
        <Button type="submit" variant="default" size="xs" loading={isBusy}>
          Change
        </Button>
        <Button type="button" variant="default" size="xs" onClick={onClose}>
          Leave as it is
        </Button>
      </div>
    </form>
  )
}

const minutesIn = (value: string | number): number | null => (typeof value === 'number' ? value : null)

/** The only place where minutes are edited; the trail keeps both. */
export const TimesForm = (props: FactsFormProps): ReactNode => {
  const [written, setWritten] = useState(props.written)
  const change = (changed: Partial<WrittenSession>): void => setWritten({ ...written, ...changed })
  return (
    <SavedForm {...props} written={written} label="Times of the session">
      <div className={styles.pair}>
        <TextInput
          type="time"
          label="Began"
          required
          value={written.start}
          data-autofocus
          onChange={({ currentTarget }) => change({ start: currentTarget.value })}
        />
        <TextInput
          type="time"
          label="Ended"
          required
          value={written.stop}
          onChange={({ currentTarget }) => change({ stop: currentTarget.value })}
        />
      </div>
      <p className={styles.says}>{minutesOf(written)} minutes from start to stop.</p>
      <div className={styles.pair}>
        <NumberInput
          label="Therapy minutes"
          description="if counted apart"
          min={0}
          max={1440}
          allowDecimal={false}
          value={written.therapyMinutes ?? ''}
          onChange={(value) => change({ therapyMinutes: minutesIn(value) })}
        />
        <NumberInput
          label="Medical minutes"
          description="of a visit"
          min={0}
          max={1440}
          allowDecimal={false}
          value={written.emMinutes ?? ''}
          onChange={(value) => change({ emMinutes: minutesIn(value) })}
        />
      </div>
    </SavedForm>
  )
}

const modalities: readonly SessionRow['session']['modality'][] = ['in-person', 'audio-video', 'audio-only']

const settings = [
  ['office', 'Office'],
  ['home', 'Home'],
  ['school', 'School'],
  ['work', 'Work'],
  ['clinic', 'Clinic'],
  ['community-mental-health-center', 'Community mental health center'],
  ['assisted-living', 'Assisted living'],
  ['group-home', 'Group home'],
  ['nursing-facility', 'Nursing facility'],
  ['hospital-inpatient', 'Hospital, inpatient'],
  ['hospital-outpatient', 'Hospital, outpatient'],
  ['emergency-room', 'Emergency room'],
  ['shelter', 'Shelter'],
  ['vehicle', 'Vehicle'],
  ['other', 'Elsewhere'],
] as const

type Place = WrittenSession['clientPlace']

const PlaceFields = ({
  who,
  place,
  onChange,
}: {
  readonly who: string
  readonly place: Place
  readonly onChange: (place: Place) => void
}): ReactNode => (
  <fieldset className={styles.place}>
    <legend>{who}</legend>
    <Select
      label="Place"
      data={settings.map(([value, label]) => ({ value, label }))}
      value={place.setting}
      clearable
      comboboxProps={{ withinPortal: false }}
      onChange={(setting) => onChange({ ...place, setting: setting as Place['setting'] })}
    />
    <TextInput
      label="City"
      maxLength={60}
      value={place.city ?? ''}
      onChange={({ currentTarget: { value } }) => onChange({ ...place, city: value === '' ? null : value })}
    />
    <TextInput
      label="State"
      maxLength={2}
      placeholder="OR"
      value={place.state ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...place, state: value === '' ? null : value.toUpperCase() })
      }
    />
  </fieldset>
)

export const PlacesForm = (props: FactsFormProps): ReactNode => {
  const [written, setWritten] = useState(props.written)
  const change = (changed: Partial<WrittenSession>): void => setWritten({ ...written, ...changed })
  const isAway = written.modality !== 'in-person'
  return (
    <SavedForm {...props} written={written} label="Means and places of the session">
      <Select
        label="Means"
        data={modalities.map((value) => ({ value, label: modalityText(value) }))}
        value={written.modality}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data-autofocus
        onChange={(value) => value !== null && change({ modality: value as WrittenSession['modality'] })}
      />
      <PlaceFields
        who="Client"
        place={written.clientPlace}
        onChange={(clientPlace) => change({ clientPlace })}
      />
      <PlaceFields
        who="You"
        place={written.providerPlace}
        onChange={(providerPlace) => change({ providerPlace })}
      />
      {isAway && (
        <div className={styles.pair}>
          <TextInput
            label="Platform"
            maxLength={80}
            value={written.platform ?? ''}
            onChange={({ currentTarget: { value } }) => change({ platform: value === '' ? null : value })}
          />
          <Checkbox
            label="Consent to telehealth on file"
            checked={written.telehealthConsent !== null}
            onChange={({ currentTarget }) =>
              change({ telehealthConsent: currentTarget.checked ? written.day : null })
            }
          />
        </div>
      )}
    </SavedForm>
  )
}
