// Which address shows which page. A page is a line here; it is fetched when it is first seen.
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { takeToken } from './people/link-token.ts'
import { whoIsThere } from './people/me.ts'
import { type LedgerSearch, ledgerSearch } from './posting/ledger-search.ts'
import { Frame } from './shell/frame.tsx'
import { BrokenAlone, BrokenPage, NoSuchAlone, NoSuchPage } from './shell/no-such-page.tsx'

interface Context {
  readonly queries: QueryClient
}

const root = createRootRouteWithContext<Context>()({
  notFoundComponent: NoSuchAlone,
  errorComponent: BrokenAlone,
})

/** Where one goes after the door: a path of ours, never another site's. */
const wayOn = (to: unknown): string | null => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : null)

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { readonly to?: string } => {
    const to = wayOn(search['to'])
    return to === null ? {} : { to }
  },
  beforeLoad: async ({ context, search }) => {
    if ((await whoIsThere(context.queries)) !== null) throw redirect({ href: search.to ?? '/' })
  },
  component: lazyRouteComponent(() => import('./people/sign-in-page.tsx'), 'SignInPage'),
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./people/set-up-page.tsx'), 'SetUpPage'),
})

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: lazyRouteComponent(() => import('./people/password-page.tsx'), 'PasswordPage'),
})

const demandSomebody = async ({
  context,
  location,
}: {
  readonly context: Context
  readonly location: { readonly href: string }
}): Promise<void> => {
  if ((await whoIsThere(context.queries)) === null)
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
}

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  // The token leaves the address before anybody is sent to sign in: no address that is sent on carries it.
  beforeLoad: async ({ context }) => {
    takeToken()
    await demandSomebody({ context, location: { href: '/join' } })
  },
  component: lazyRouteComponent(() => import('./people/join-page.tsx'), 'JoinPage'),
})

/** Everything behind the door: whoever is not signed in is asked to, and comes back to where they were going. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: demandSomebody,
  errorComponent: BrokenAlone,
  component: Frame,
})

const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { readonly day?: string } =>
    typeof search['day'] === 'string' && /^\d{4}-\d\d-\d\d$/.test(search['day'])
      ? { day: search['day'] }
      : {},
  component: lazyRouteComponent(() => import('./thread/today-page.tsx'), 'TodayPage'),
})

const wrapUp = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$sessionId',
  notFoundComponent: NoSuchPage,
  staticData: { ownBar: true },
  component: lazyRouteComponent(() => import('./thread/wrap-up-page.tsx'), 'WrapUpPage'),
})

const clients = createRoute({
  getParentRoute: () => inside,
  path: '/clients',
  component: lazyRouteComponent(() => import('./people/clients-page.tsx'), 'ClientsPage'),
})

const chart = createRoute({
  getParentRoute: () => inside,
  path: '/clients/$clientId',
  notFoundComponent: NoSuchPage,
  component: lazyRouteComponent(() => import('./thread/chart-page.tsx'), 'ChartPage'),
})

const claims = createRoute({
  getParentRoute: () => inside,
  path: '/claims',
  notFoundComponent: NoSuchPage,
  validateSearch: (search: Record<string, unknown>): { readonly list?: string; readonly claim?: string } => ({
    ...(typeof search['list'] === 'string' ? { list: search['list'] } : {}),
    ...(typeof search['claim'] === 'string' ? { claim: search['claim'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./claim/claims-page.tsx'), 'ClaimsPage'),
})

const remittances = createRoute({
  getParentRoute: () => inside,
  path: '/remittances',
  component: lazyRouteComponent(() => import('./remit/remittances-page.tsx'), 'RemittancesPage'),
})

const remittance = createRoute({
  getParentRoute: () => inside,
  path: '/remittances/$remittanceId',
  notFoundComponent: NoSuchPage,
  component: lazyRouteComponent(() => import('./remit/remittance-page.tsx'), 'RemittancePage'),
})

const money = createRoute({
  getParentRoute: () => inside,
  path: '/money',
  validateSearch: (
    search: Record<string, unknown>,
  ): { readonly pay?: 'later'; readonly provider?: string } => ({
    ...(search['pay'] === 'later' ? { pay: 'later' as const } : {}),
    ...(typeof search['provider'] === 'string' ? { provider: search['provider'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./payout/payout-page.tsx'), 'PayoutPage'),
})

const ledger = createRoute({
  getParentRoute: () => inside,
  path: '/money/ledger',
  validateSearch: (search: Record<string, unknown>): LedgerSearch => ledgerSearch(search),
  component: lazyRouteComponent(() => import('./posting/ledger-page.tsx'), 'LedgerPage'),
})

const nothing = createRoute({ getParentRoute: () => inside, path: '$', component: NoSuchPage })

const tree = root.addChildren([
  signIn,
  setUp,
  password,
  join,
  inside.addChildren([
    today,
    wrapUp,
    clients,
    chart,
    claims,
    remittances,
    remittance,
    money,
    ledger,
    nothing,
  ]),
])

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NoSuchPage,
    defaultErrorComponent: BrokenPage,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
  interface StaticDataRouteOption {
    /** The page brings a bar of its own: the frame shows none. */
    ownBar?: boolean
  }
}
