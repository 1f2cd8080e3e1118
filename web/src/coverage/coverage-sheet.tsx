// Adds a coverage to a client, or changes one: payer, member number, what the plan states, an authorization.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { answerOf, ask } from '../api/ask.ts'
import { useSaving } from '../people/saving.ts'
import { ChoiceField, type Filling, Pair, Part, SheetForm, TextField } from '../people/typed-fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import {
  type TypedCoverage,
  coverageBody,
  coveragePaths,
  noCoverageYet,
  typedCoverage,
  unreadable,
} from './coverage-form.ts'
import type { Coverage, Payer } from './coverage-words.ts'

type Fields = { readonly filling: Filling<TypedCoverage> }

const relations = [
  { value: 'self', label: 'The client' },
  { value: 'spouse', label: 'Their spouse' },
  { value: 'partner', label: 'Their partner' },
  { value: 'child', label: 'A parent: the client is the child' },
  { value: 'employee', label: 'Their employer' },
  { value: 'other', label: 'Somebody else' },
  { value: 'unknown', label: 'Not known' },
]

const PlanFields = ({ filling, payers }: Fields & { readonly payers: readonly Payer[] }): ReactNode => (
  <>
    <ChoiceField
      filling={filling}
      field="payerId"
      label="Payer"
      options={[
        { value: '', label: 'Choose one' },
        ...payers.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
    <Pair>
      <TextField filling={filling} field="plan" label="Plan" optional />
      <TextField filling={filling} field="memberNumber" label="Member number" />
      <TextField filling={filling} field="groupNumber" label="Group number" optional />
      <ChoiceField
        filling={filling}
        field="sequence"
        label="Pays"
        options={[
          { value: '1', label: 'first' },
          { value: '2', label: 'second' },
          { value: '3', label: 'third' },
        ]}
      />
      <TextField filling={filling} field="starts" label="From" kind="date" />
      <TextField filling={filling} field="ends" label="To" kind="date" optional />
    </Pair>
    <ChoiceField filling={filling} field="relation" label="Who holds the insurance" options={relations} />
  </>
)

const HolderFields = ({ filling }: Fields): ReactNode => (
  <>
    <Part>Who holds it</Part>
    <Pair>
      <TextField filling={filling} field="holderFirst" label="First name" />
      <TextField filling={filling} field="holderLast" label="Last name" />
      <TextField filling={filling} field="holderBirth" label="Date of birth" kind="date" />
      <ChoiceField
        filling={filling}
        field="holderSex"
        label="Sex, as the payer holds it"
        options={[
          { value: 'U', label: 'Not said' },
          { value: 'F', label: 'Female' },
          { value: 'M', label: 'Male' },
        ]}
      />
      <TextField filling={filling} field="holderStreet" label="Street" />
      <TextField filling={filling} field="holderCity" label="City" />
      <TextField filling={filling} field="holderState" label="State" description="Two letters." />
      <TextField filling={filling} field="holderZip" label="ZIP" description="Five or nine digits." />
    </Pair>
  </>
)

const BenefitFields = ({ filling }: Fields): ReactNode => (
  <>
    <Part>What the plan states</Part>
    <Pair>
      <TextField filling={filling} field="copay" label="Copay, $" optional />
      <TextField filling={filling} field="coinsurance" label="Coinsurance, %" optional />
      <TextField filling={filling} field="deductibleLeft" label="Deductible, $" optional />
      <TextField filling={filling} field="visitsLeft" label="Visits left" optional />
    </Pair>
    <ChoiceField
      filling={filling}
      field="authorizationNeeded"
      label="Authorization"
      description="Empty fields are kept as not stated, never as zero."
      options={[
        { value: '', label: 'Not stated' },
        { value: 'yes', label: 'Needed' },
        { value: 'no', label: 'Not needed' },
      ]}
    />
  </>
)

const AuthorizationFields = ({ filling }: Fields): ReactNode => (
  <>
    <Part>Authorization granted</Part>
    <Pair>
      <TextField filling={filling} field="authNumber" label="Number" optional />
      <TextField filling={filling} field="authCodes" label="For codes" description="90834, 90837" optional />
      <TextField filling={filling} field="authUnits" label="Sessions granted" optional />
      <TextField filling={filling} field="authUsed" label="Of these used" optional />
      <TextField filling={filling} field="authFrom" label="From" kind="date" optional />
      <TextField filling={filling} field="authTo" label="To" kind="date" optional />
    </Pair>
  </>
)

export interface CoverageSheetProps {
  readonly clientId: string
  /** Null: a new one. */
  readonly coverage: Coverage | null
  readonly payers: readonly Payer[]
  readonly onClose: () => void
}

const useCoverageForm = ({ clientId, coverage, onClose }: CoverageSheetProps) => {
  const queries = useQueryClient()
  const [typed, setTyped] = useState(() => (coverage === null ? noCoverageYet : typedCoverage(coverage)))
  const [unread, setUnread] = useState<ReturnType<typeof unreadable>>({})
  const { faults, fault, isSaving, save } = useSaving(coveragePaths)
  const filling: Filling<TypedCoverage> = {
    typed,
    faults: { ...faults, ...unread },
    type: (field, value) => setTyped((before) => ({ ...before, [field]: value })),
  }
  const sent = (key: string) => {
    const body = coverageBody(typed, coverage)
    return coverage === null
      ? answerOf(
          ask.POST('/api/coverage/clients/{id}/coverages', {
            params: { path: { id: clientId }, header: { 'idempotency-key': key } },
            body,
          }),
        )
      : answerOf(
          ask.PUT('/api/coverage/coverages/{id}', {
            params: { path: { id: coverage.id } },
            body: { ...body, version: coverage.version },
          }),
        )
  }
  const onSave = (): void => {
    const cannot = unreadable(typed)
    setUnread(cannot)
    if (Object.keys(cannot).length > 0) return
    save(sent, () => {
      void queries.invalidateQueries({ queryKey: ['coverage'] })
      void queries.invalidateQueries({ queryKey: ['thread'] })
      onClose()
    })
  }
  return { filling, fault, isSaving, onSave }
}

export const CoverageSheet = (props: CoverageSheetProps): ReactNode => {
  const { filling, fault, isSaving, onSave } = useCoverageForm(props)
  const isNew = props.coverage === null
  return (
    <Sheet opened onClose={props.onClose} title={isNew ? 'Add a coverage' : 'Change the coverage'}>
      <SheetForm
        saveLabel={isNew ? 'Add the coverage' : 'Save'}
        fault={fault}
        isSaving={isSaving}
        onSave={onSave}
      >
        <PlanFields filling={filling} payers={props.payers} />
        {filling.typed.relation !== 'self' && <HolderFields filling={filling} />}
        <BenefitFields filling={filling} />
        <AuthorizationFields filling={filling} />
      </SheetForm>
    </Sheet>
  )
}
