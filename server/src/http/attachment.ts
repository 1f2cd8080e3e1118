// A file as an answer: its bytes go out as they are, to be kept, and nothing in them is run in the browser.
import type { FastifyReply } from 'fastify'
import { z } from 'zod'

export interface Attachment {
  /** As it is to be kept; letters outside of ASCII are left out for readers that do not know them. */
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

const isAttachment = (body: unknown): body is Attachment =>
  typeof body === 'object' && body !== null && 'bytes' in body && body.bytes instanceof Uint8Array

/** `answers: { 200: AttachmentBody }`; `reply(200, { name, contentType, bytes })`. */
export const AttachmentBody = z.custom<Attachment>(isAttachment)

const bytesSchema = { schema: z.string().meta({ format: 'binary' }) }

/** How such an answer is described: a file as it went or came, or one that is printed. */
export const attachmentDescribed = {
  description: 'The file.',
  content: { 'application/octet-stream': bytesSchema, 'application/pdf': bytesSchema },
}

const plainName = (name: string): string => name.replaceAll(/[^\w.\- ]/g, '_')

/** Sends a body that is a file, and says so; leaves any other alone. */
export const sendAttachment = (answer: FastifyReply, status: number, body: unknown): FastifyReply | null => {
  if (!isAttachment(body)) return null
  const { name, contentType, bytes } = body
  return answer
    .code(status)
    .header('content-type', contentType)
    .header(
      'content-disposition',
      `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .send(Buffer.from(bytes))
}
