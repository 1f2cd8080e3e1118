// Starts the pages: theme, questions to the server, the router.
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueries } from './api/queries.ts'
import { makeRouter } from './router.tsx'
import { cssVariablesResolver, theme } from './theme/theme.ts'
import './theme/fonts.css'
import './theme/global.css'

const page = document.getElementById('page')
if (page === null) throw new Error('the page has no place to show itself')

const queries = makeQueries()
const router = makeRouter(queries)

createRoot(page).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
