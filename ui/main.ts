import { mount } from 'svelte'
import { Desk } from '$lib/desk.svelte'
import { Press } from '$lib/press'
import App from './App.svelte'
import * as commands from './generated/commands'
import './styles/index.css'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')

const desk = new Desk(commands, localStorage, new Press(window))
await desk.begin()
mount(App, { target, props: { desk } })
