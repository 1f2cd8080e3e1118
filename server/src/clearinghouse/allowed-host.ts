// Which addresses an account's host may have: asked after its name was resolved, so that no spelling and no name gets around it.
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import type { Settings } from '../config.ts'

/** Link-local: what stands on the same wire, and where hosts of clouds tell their secrets. */
const neighbors: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['169.254.0.0', 16, 'ipv4'],
  ['fe80::', 10, 'ipv6'],
]

/** This computer, private networks, and what no single host has (the special-purpose registries of RFC 6890). */
const within: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

const listOf = (ranges: typeof within): BlockList => {
  const list = new BlockList()
  for (const [net, prefix, family] of ranges) list.addSubnet(net, prefix, family)
  return list
}

// IPv6 addresses that hold one of IPv4 are held against the ranges of IPv4 as well.
const [never, notForOthers] = [listOf(neighbors), listOf([...neighbors, ...within])]

export type HostSettings = Pick<Settings, 'trustProxy'>

/** False for an address that may not be asked: others are served (behind a proxy), and it is not on the open network. */
export const mayAsk = (address: string, { trustProxy }: HostSettings): boolean => {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  return !(trustProxy > 0 ? notForOthers : never).check(address, family)
}

/** A host written as a number in any way (`127.1`, `0177.0.0.1`, `[::1]`), as an address; null for a name. */
export const addressIn = (host: string): string | null => {
  const written = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  const url = `http://${written}`
  if (!URL.canParse(url)) return null
  const address = new URL(url).hostname.replace(/^\[|\]$/g, '')
  return isIP(address) === 0 ? null : address
}

export interface Found {
  readonly address: string
  readonly family: 4 | 6
}

/**
 * The address that a host is to be asked at: whoever connects goes there and resolves nothing again. Null where one of
 * its addresses may not be asked. Throws where the name is not known.
 */
export const findHost = async (host: string, settings: HostSettings): Promise<Found | null> => {
  const found = await lookup(addressIn(host) ?? host, { all: true, order: 'ipv4first' })
  if (found.some(({ address }) => !mayAsk(address, settings))) return null
  const [first] = found
  return first === undefined ? null : { address: first.address, family: first.family === 6 ? 6 : 4 }
}
