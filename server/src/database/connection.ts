// Where a database is and as whom one speaks to it.

export interface Connection {
  /** A name, an address, or the folder of a unix socket. */
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  /** Encrypted, with the server's certificate checked. */
  readonly tls: boolean
}

/** The connection a `postgres://` address names; throws when it is none. `?sslmode=disable` turns encryption off. */
export const connectionFrom = (address: string): Connection => {
  const url = new URL(address)
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')
    throw new RangeError('the address of a database begins with postgres://')
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname)
  const near = host === '' || host.startsWith('/') || host === 'localhost' || host === '127.0.0.1'
  const mode = url.searchParams.get('sslmode')
  return {
    host: host === '' ? 'localhost' : host,
    port: url.port === '' ? 5432 : Number(url.port),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    tls: mode === null ? !near : mode !== 'disable',
  }
}

/** What `pg` takes for it. */
export const pgSettings = ({ tls, ...named }: Connection) => ({
  ...named,
  ssl: tls ? { rejectUnauthorized: true } : false,
})
