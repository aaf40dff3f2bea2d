import { Controller, Get } from '@nestjs/common';
import { Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';

/** What Handover is, and how far it can be used by everybody. */
@Pages()
@Controller()
export class AboutController {
  @Get('help')
  help(): Page {
    return new Page('pages/about/help.njk', { title: 'Help' });
  }

  @Get('accessibility')
  accessibility(): Page {
    return new Page('pages/about/accessibility.njk', { title: 'Accessibility statement' });
  }
}
