// Addresses of accounts: what an owner may have this server ask, where it serves one computer and where it serves others.
import { describe, expect, test } from 'vitest'
import { type AccountFields, accountFault, sftpHost } from './account.ts'

const fault = (kind: AccountFields['kind'], address: string, trustProxy = 0): string | null =>
  accountFault(
    {
      receiverQualifier: 'ZZ',
      receiverId: 'LARKMOOR',
      kind,
      address,
      userName: 'alder-row',
      hostKey: null,
      sendFolder: 'in',
      fetchFolder: 'out',
      active: true,
    },
    { trustProxy, mailboxFolder: '/mailboxes' },
  )?.code ?? null

describe('an address', () => {
  test.each<[AccountFields['kind'], string]>([
    ['http', 'https://clearinghouse.example/core'],
    ['http', 'https://clearinghouse.example:8443/'],
    ['sftp', 'sftp://files.clearinghouse.example'],
    ['sftp', 'sftp://203.0.113.7:2222/'],
    ['folder', 'larkmoor-1'],
  ])('%s %s stands wherever it is served', (kind, address) => {
    expect(fault(kind, address)).toBeNull()
    expect(fault(kind, address, 1)).toBeNull()
  })

  test.each<[AccountFields['kind'], string]>([
    ['http', 'http://127.0.0.1:7312/'],
    ['http', 'http://localhost:7312/'],
    ['http', 'http://[::1]:7312/'],
    ['http', 'http://2130706433/'],
    ['http', 'https://[::ffff:127.0.0.1]/'],
    ['sftp', 'sftp://127.0.0.1:2222'],
    ['sftp', 'sftp://127.1:22'],
    ['sftp', 'sftp://0177.0.0.1'],
    ['sftp', 'sftp://[0:0:0:0:0:0:0:1]:22'],
    ['sftp', 'sftp://[::ffff:7f00:1]'],
    ['http', 'https://10.0.0.7/'],
    ['http', 'https://192.168.1.9/'],
    ['http', 'https://[fd00::7]/'],
    ['sftp', 'sftp://172.16.0.1'],
    ['sftp', 'sftp://[::1]:2222'],
  ])('%s %s of this computer or its network stands only where nobody else is served', (kind, address) => {
    expect(fault(kind, address)).toBeNull()
    expect(fault(kind, address, 1)).toBe('account:host')
  })

  test.each<[AccountFields['kind'], string]>([
    ['http', 'http://clearinghouse.example/'],
    ['http', 'http://10.0.0.7/'],
    ['http', 'http://0.0.0.0.example/'],
    ['http', 'file:///etc/passwd'],
    ['http', 'https://name@clearinghouse.example/'],
    ['http', 'https://169.254.169.254/'],
    ['http', 'https://[::ffff:169.254.169.254]/'],
    ['http', 'https://[fe80::1]/'],
    ['sftp', 'sftp://name@host'],
    ['sftp', 'sftp://host:0'],
    ['sftp', 'sftp://host:70000'],
    ['sftp', 'sftp://host/folder'],
    ['sftp', 'sftp://0x7f000001'],
    ['sftp', 'sftp://2130706433'],
    ['sftp', 'sftp://169.254.169.254'],
    ['folder', ''],
    ['folder', '.'],
    ['folder', '..'],
    ['folder', 'a/b'],
    ['folder', '/etc'],
    ['folder', 'Larkmoor'],
  ])('%s %s never stands', (kind, address) => {
    expect(fault(kind, address)).not.toBeNull()
  })

  test('of SFTP has port 22 unless it says another one', () => {
    expect(sftpHost('sftp://files.example')).toEqual({ host: 'files.example', port: 22 })
    expect(sftpHost('sftp://[2001:db8::7]:2022')).toEqual({ host: '2001:db8::7', port: 2022 })
  })
})
