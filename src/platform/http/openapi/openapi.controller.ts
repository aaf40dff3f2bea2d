import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Public } from '../../access/access-rule.js';
import { OpenApiHolder } from './openapi-holder.js';

/** The description of the API for programs. */
@Public()
@ApiExcludeController()
@Controller()
export class OpenApiController {
  constructor(private readonly holder: OpenApiHolder) {}

  @Get('openapi.json')
  describe(): OpenAPIObject {
    return this.holder.get();
  }
}
