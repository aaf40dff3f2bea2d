import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** Keeps the API description, which can only be made once every route is known. */
@Injectable()
export class OpenApiHolder {
  private document: OpenAPIObject | undefined;

  put(document: OpenAPIObject): void {
    this.document = document;
  }

  /** @throws Error before the application is made. */
  get(): OpenAPIObject {
    if (this.document === undefined) throw new Error('The API description has not been made yet');
    return this.document;
  }
}
