// The app's judge of requests: each part by its schema, and what does not fit as a problem with its findings.
import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { issuesOf } from './judge-shape.ts'
import { unfit } from './problem.ts'
import { shapeFindings } from './shape-findings.ts'

/** Given to the app as its validator: a part that fits is handed on as its schema has it. */
export const judgeRequest: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = httpPart === 'querystring' ? 'query' : (httpPart ?? 'request')
  return (sent: unknown) => {
    const judged = issuesOf(schema, sent)
    return judged.ok ? { value: judged.value } : { error: unfit(shapeFindings(judged.issues, part)) }
  }
}
