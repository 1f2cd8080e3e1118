// Mantine dressed in our tokens: its variables point at tokens.css, its parts get our borders, labels and rings.
import {
  type Anchor,
  type Button,
  type Checkbox,
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type Drawer,
  type Input,
  type MantineColorsTuple,
  type Modal,
  type NumberInput,
  type PasswordInput,
  type Popover,
  type Radio,
  type Select,
  type Tabs,
  type Textarea,
  type TextInput,
  type Tooltip,
} from '@mantine/core'
import parts from './parts.module.css'

const indigo: MantineColorsTuple = [
  '#e5e8f6',
  '#d3d8f0',
  '#b9c2fb',
  '#aab5f7',
  '#7d89d0',
  '#4f5cb2',
  '#33429b',
  '#2c3985',
  '#262f6b',
  '#1d2557',
]

// Mantine names its greys by number in the light scheme and `dark` in the other; both become our linen and night.
const gray: MantineColorsTuple = [
  '#f3f2ec',
  '#e9e7df',
  '#e9e7df',
  '#dad7cc',
  '#86847a',
  '#86847a',
  '#5f6375',
  '#454a5c',
  '#1b2033',
  '#1b2033',
]

const dark: MantineColorsTuple = [
  '#ece8de',
  '#bdbbba',
  '#9a9ca9',
  '#9a9ca9',
  '#717995',
  '#2d3347',
  '#1f2434',
  '#171b28',
  '#10131d',
  '#0b0d15',
]

// A dialog's <header> is no banner of the page.
const noBanner = { header: { role: 'presentation' } }

/** What a part's `extend` takes, without the part itself: a theme that named the parts would load them all with the first page. */
const dress = <Part extends { readonly extend: (given: never) => unknown }>(
  given: Parameters<Part['extend']>[0],
): Parameters<Part['extend']>[0] => given

/** The theme of every page: `<MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver}>`. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 2 },
  colors: { indigo, gray, dark },
  fontFamily: 'var(--gt-sans)',
  fontFamilyMonospace: 'var(--gt-mono)',
  headings: { fontFamily: 'var(--gt-sans)', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '22px' },
  lineHeights: { xs: '1.4', sm: '1.43', md: '1.467', lg: '1.5', xl: '1.3' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '28px' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'var(--gt-shadow)', lg: 'var(--gt-shadow)', xl: 'var(--gt-shadow)' },
  // The ring is drawn by global.css on whatever has the focus.
  focusRing: 'never',
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver: (input) => {
    const found = defaultVariantColorsResolver(input)
    if (input.variant !== 'filled' || (input.color !== undefined && input.color !== 'indigo')) return found
    return {
      ...found,
      background: 'var(--gt-action)',
      hover: 'var(--gt-action-hover)',
      color: 'var(--gt-on-action)',
    }
  },
  components: {
    Button: dress<typeof Button>({ classNames: { root: parts.button, section: parts.buttonSection } }),
    Anchor: dress<typeof Anchor>({ defaultProps: { underline: 'never' }, classNames: { root: parts.link } }),
    Input: dress<typeof Input>({ classNames: { input: parts.input } }),
    InputWrapper: dress<typeof Input.Wrapper>({
      classNames: { label: parts.label, description: parts.description, error: parts.error },
    }),
    TextInput: dress<typeof TextInput>({ defaultProps: { size: 'md' } }),
    PasswordInput: dress<typeof PasswordInput>({ defaultProps: { size: 'md' } }),
    NumberInput: dress<typeof NumberInput>({ defaultProps: { size: 'md' } }),
    Select: dress<typeof Select>({ defaultProps: { size: 'md' }, classNames: { option: parts.option } }),
    Textarea: dress<typeof Textarea>({ defaultProps: { size: 'md' } }),
    Checkbox: dress<typeof Checkbox>({
      defaultProps: { size: 'md' },
      classNames: { input: parts.tick, icon: parts.tickIcon },
    }),
    Radio: dress<typeof Radio>({
      defaultProps: { size: 'md' },
      classNames: { radio: parts.tick, icon: parts.tickIcon },
    }),
    CheckboxGroup: dress<typeof Checkbox.Group>({ defaultProps: { size: 'md' } }),
    RadioGroup: dress<typeof Radio.Group>({ defaultProps: { size: 'md' } }),
    Tabs: dress<typeof Tabs>({ classNames: { list: parts.tabs, tab: parts.tab } }),
    Popover: dress<typeof Popover>({ classNames: { dropdown: parts.raised } }),
    Modal: dress<typeof Modal>({
      defaultProps: { centered: true, radius: 'lg', attributes: noBanner },
      classNames: { content: parts.raised, overlay: parts.veil, header: parts.head },
    }),
    Drawer: dress<typeof Drawer>({
      defaultProps: { attributes: noBanner },
      classNames: { content: parts.raised, overlay: parts.veil, header: parts.head },
    }),
    Tooltip: dress<typeof Tooltip>({ classNames: { tooltip: parts.tooltip } }),
  },
})

// The tokens know both schemes themselves (`light-dark()`), but Mantine sets its own colours by scheme, and those win
// over what stands in `variables`.
const coloured: Readonly<Record<string, string>> = {
  '--mantine-color-body': 'var(--gt-ground)',
  '--mantine-color-text': 'var(--gt-ink)',
  '--mantine-color-bright': 'var(--gt-ink)',
  '--mantine-color-dimmed': 'var(--gt-ink2)',
  '--mantine-color-placeholder': 'var(--gt-ink3)',
  '--mantine-color-anchor': 'var(--gt-indigo)',
  '--mantine-color-error': 'var(--gt-madder)',
  '--mantine-color-default': 'var(--gt-surface)',
  '--mantine-color-default-hover': 'var(--gt-raised)',
  '--mantine-color-default-color': 'var(--gt-ink)',
  '--mantine-color-default-border': 'var(--gt-edge)',
  '--mantine-color-disabled': 'var(--gt-sunk)',
  '--mantine-color-disabled-color': 'var(--gt-ink2)',
  '--mantine-color-disabled-border': 'var(--gt-edge)',
  '--mantine-color-indigo-text': 'var(--gt-indigo)',
  '--mantine-color-indigo-filled': 'var(--gt-action)',
  '--mantine-color-indigo-filled-hover': 'var(--gt-action-hover)',
  '--mantine-color-indigo-light': 'var(--gt-indigo-wash)',
  '--mantine-color-indigo-light-hover': 'var(--gt-indigo-wash)',
  '--mantine-color-indigo-light-color': 'var(--gt-indigo)',
  '--mantine-color-indigo-outline': 'var(--gt-indigo)',
  '--mantine-primary-color-contrast': 'var(--gt-on-action)',
}

/** Hands our tokens to Mantine, in both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...coloured },
  dark: { ...coloured },
})
