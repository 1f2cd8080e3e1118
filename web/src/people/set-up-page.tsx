// The first set-up of an installation, with the link that its start printed: the practice, and who owns it.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ask } from '../api/ask.ts'
import { problemIn } from '../api/problem.ts'
import { useTitle } from '../ui/use-title.ts'
import { DoorCard, DoorFault } from './door-card.tsx'
import { faultAtDoor, passwordLength } from './door-words.ts'
import {
  type Typed,
  type TypedField,
  faultsByField,
  firstPracticeOf,
  noPracticeYet,
  zones,
} from './first-practice.ts'
import { takeToken } from './link-token.ts'
import { PasswordField } from './password-field.tsx'
import { LinkWithoutToken } from './password-page.tsx'
import { useEntering } from './use-entering.ts'
import styles from './door-form.module.css'

type Faults = Partial<Record<TypedField, string>>

interface Filling {
  readonly typed: Typed
  readonly faults: Faults
  readonly type: (field: TypedField, value: string) => void
}

interface FieldProps {
  readonly filling: Filling
  readonly field: TypedField
  readonly label: string
  readonly description?: string
  readonly autoComplete?: string
  readonly optional?: boolean
}

const Field = ({
  filling,
  field,
  label,
  description,
  autoComplete,
  optional = false,
}: FieldProps): ReactNode => (
  <TextInput
    label={optional ? `${label} (may be left out)` : label}
    name={field}
    required={!optional}
    withAsterisk={false}
    value={filling.typed[field]}
    onChange={(event) => filling.type(field, event.currentTarget.value)}
    autoComplete={autoComplete ?? 'off'}
    {...(description === undefined ? {} : { description })}
    {...(filling.faults[field] === undefined ? {} : { error: filling.faults[field] })}
  />
)

const OwnerFields = ({ filling }: { readonly filling: Filling }): ReactNode => (
  <>
    <h2 className={styles.part}>You, its owner</h2>
    <div className={styles.pair}>
      <Field filling={filling} field="ownerName" label="Your name" autoComplete="name" />
      <Field filling={filling} field="email" label="E-mail" autoComplete="username" />
    </div>
    <PasswordField
      label="Password"
      isNew
      value={filling.typed.password}
      onChange={(value) => filling.type('password', value)}
      description={`At least ${passwordLength} signs. A few words in a row are easy to keep.`}
      error={filling.faults.password}
    />
  </>
)

const PracticeFields = ({ filling }: { readonly filling: Filling }): ReactNode => (
  <>
    <h2 className={styles.part}>The practice</h2>
    <Field filling={filling} field="legalName" label="Legal name" description="As payers know it." />
    <div className={styles.pair}>
      <Field filling={filling} field="npi" label="NPI" description="Ten digits, of the organization." />
      <Field filling={filling} field="taxonomy" label="Taxonomy" description="As with the NPI: 261QM0850X." />
      <NativeSelect
        size="md"
        label="Tax number"
        data={[
          { value: 'EI', label: 'Employer number (EIN)' },
          { value: 'SY', label: 'Social Security number' },
        ]}
        value={filling.typed.taxIdKind}
        onChange={(event) => filling.type('taxIdKind', event.currentTarget.value)}
      />
      <Field filling={filling} field="taxId" label="The number" />
      <Field filling={filling} field="street" label="Street" autoComplete="address-line1" />
      <Field filling={filling} field="unit" label="Unit" autoComplete="address-line2" optional />
      <Field filling={filling} field="city" label="City" autoComplete="address-level2" />
      <Field
        filling={filling}
        field="state"
        label="State"
        description="Two letters."
        autoComplete="address-level1"
      />
      <Field
        filling={filling}
        field="zip"
        label="ZIP"
        description="Payers ask for all nine digits."
        autoComplete="postal-code"
      />
      <Field filling={filling} field="telephone" label="Telephone" autoComplete="tel-national" />
      <NativeSelect
        size="md"
        label="Time zone"
        data={zones.map(([value, says]) => ({ value, label: says }))}
        value={filling.typed.zone}
        onChange={(event) => filling.type('zone', event.currentTarget.value)}
      />
      <Field
        filling={filling}
        field="senderId"
        label="Sender number at the clearinghouse"
        description="Your NPI stands in until you have one."
        optional
      />
    </div>
  </>
)

const ownZone = (): string => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return zones.some(([name]) => name === timeZone) ? timeZone : 'America/New_York'
}

const useSetUp = (token: string) => {
  const enter = useEntering()
  const [typed, setTyped] = useState<Typed>(() => ({ ...noPracticeYet, zone: ownZone() }))
  const [faults, setFaults] = useState<Faults>({})
  const [fault, setFault] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const setUp = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setIsAsking(true)
    setFault(null)
    setFaults({})
    try {
      await ask.POST('/api/practice/set-up', { body: firstPracticeOf(token, typed) })
      enter('/')
    } catch (failed) {
      const { kind, findings } = problemIn(failed)
      setFaults(faultsByField(findings))
      setFault(kind === 'findings' ? 'Some fields do not fit yet. Nothing was set up.' : faultAtDoor(failed))
      setIsAsking(false)
    }
  }
  const filling: Filling = { typed, faults, type: (field, value) => setTyped({ ...typed, [field]: value }) }
  return { filling, fault, isAsking, setUp }
}

export const SetUpPage = (): ReactNode => {
  useTitle('Set up')
  const [token] = useState(takeToken)
  const { filling, fault, isAsking, setUp } = useSetUp(token)
  if (token === '') return <LinkWithoutToken title="Set up" />
  return (
    <DoorCard title="Set up your practice" lead="Once. Everything here can be changed later." wide>
      <form className={styles.form} onSubmit={(event) => void setUp(event)}>
        <OwnerFields filling={filling} />
        <PracticeFields filling={filling} />
        {fault !== null && <DoorFault>{fault}</DoorFault>}
        <Button type="submit" size="lg" fullWidth loading={isAsking}>
          Set up and sign in
        </Button>
      </form>
    </DoorCard>
  )
}
