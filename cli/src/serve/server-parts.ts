// The server and its invented practice as `serve` starts them; reading them in takes longer than any other step.
import { startServer } from '@goldenthread/server/start-server.ts'
import { demo } from '../seed/demo.ts'
import type { ServeParts } from './serve-parts.ts'

export const serverParts: ServeParts = { startServer, demo }
