/**
 * Every component with its states, and whole screens put together from them. For those who build the program: it is not
 * part of what is built. `?theme=dark` fixes the theme, `?screen=Needs` shows a screen.
 */
import { mount, type Component } from 'svelte'
import '../styles/index.css'
import Gallery from './Gallery.svelte'

const screens = import.meta.glob<{ default: Component }>('./screens/*.svelte', { eager: true })
const query = new URLSearchParams(location.search)
const target = document.getElementById('app')
const screen = screens[`./screens/${query.get('screen')}.svelte`]

const theme = query.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
if (target) mount(screen?.default ?? Gallery, { target })
