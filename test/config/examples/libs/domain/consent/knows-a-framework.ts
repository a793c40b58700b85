import { Injectable } from '@nestjs/common';
export const injectable = Injectable;
