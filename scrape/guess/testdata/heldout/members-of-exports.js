"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.WELL__DRY = exports.WELL__COVERED = void 0;
/** There is no water. */
exports.WELL__DRY = 100;
/** Nobody may draw. */
exports.WELL__COVERED = 101;
/** The rope is too short. */
exports.WELL__ROPE = 1000;
