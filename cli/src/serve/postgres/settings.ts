// The settings of the embedded PostgreSQL, written anew at each start so that a newer project brings its own.

/**
 * Nothing that was typed into a note or a name may reach PostgreSQL's log. A message of an error can quote a value
 * (`invalid input syntax for type uuid: "…"`), its detail quotes keys, its statement and its parameters the rest: so
 * errors of statements are not logged here at all (level `log` leaves them out and keeps what the server itself has
 * to say). The program that made the error logs its SQLSTATE.
 * PostgreSQL 18 manual, 19.8 "Error Reporting and Logging".
 */
const silences: Readonly<Record<string, string>> = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  log_autovacuum_min_duration: '-1',
  log_connections: '',
  log_disconnections: 'off',
  log_checkpoints: 'off',
  debug_print_parse: 'off',
  debug_print_rewritten: 'off',
  debug_print_plan: 'off',
}

const ways: Readonly<Record<string, string>> = {
  // A unix socket in a folder of its own account: nothing listens on the network, and no port can be taken.
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  lc_messages: 'C',
  jit: 'off',
}

/** The name of our settings beside `postgresql.conf`, which includes them. */
export const settingsFile = 'golden-thread.conf'

/** The settings as text. `socketFolder` is absolute; `more` is for tests, which may trade safety for speed. */
export const writeSettings = (socketFolder: string, more: Readonly<Record<string, string>>): string => {
  const all = { ...silences, ...ways, unix_socket_directories: socketFolder, ...more }
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  return ['# Written at each start by cli/src/serve/postgres/settings.ts.', ...lines, ''].join('\n')
}
