// The sentence a supervisor gives; the description of the route knows it word for word, so that neither can differ.
import type { operations } from '../../../api/generated.api.ts'

export const coSignSentence: operations['co-sign-note']['requestBody']['content']['application/json']['attestation'] =
  'I attest that I supervised this service as its payer and my licence ask, have read this note and agree with it.'
