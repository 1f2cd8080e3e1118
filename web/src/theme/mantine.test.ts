// Every part of Mantine that a page uses has its styles: one without would look broken and fail nothing else.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const pages = dirname(import.meta.dirname)
const styles = join(dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css')), 'styles')
const listed = readFileSync(join(import.meta.dirname, 'mantine.css'), 'utf8')

const partsOf = (text: string): readonly string[] =>
  [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.replace(/\btype\b/, '').trim()),
  )

const used = new Set(
  readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => partsOf(readFileSync(join(pages, path), 'utf8'))),
)

test('the styles of every part in use are listed in mantine.css', () => {
  const styled = [...used].filter((part) => existsSync(join(styles, `${part}.layer.css`)))
  expect(styled).toContain('Button')
  expect(styled.filter((part) => !listed.includes(`/${part}.layer.css`))).toEqual([])
})
